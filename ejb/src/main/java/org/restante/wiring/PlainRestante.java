package org.restante.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.settings.InvalidSettingsException;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.settings.StorageSettings;
import org.restante.storage.Profiles;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.file.FileStorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.time.ClusterClock;

/**
 * Restante in plain Java, without a container: from options alone, from options and the name of an adapter, or over an
 * adapter that is already built. Thread-safe; to be closed when it was opened here.
 */
public final class PlainRestante implements Restante, AutoCloseable {

    private final Engine engine;
    private final Runnable onClose;

    private PlainRestante(Engine engine, Runnable onClose) {
        this.engine = engine;
        this.onClose = onClose;
    }

    /**
     * Opens the adapter that the settings name, by default {@code jpa} on the options' database.
     *
     * @throws InvalidSettingsException naming every setting that cannot be used
     * @throws StorageUnavailableException when the database cannot be reached or its schema does not fit
     */
    public static PlainRestante open(PlainOptions options) {
        Settings settings = settings(options);
        EntryCodec codec = new EntryCodec(Ciphers.of(settings.storage()));
        return switch (settings.storage().adapter()) {
            case "file" -> {
                Path root = settings.storage().requiredDirectory();
                yield opened(FileStorageAdapter.open(root, ClusterClock.system()), codec, options);
            }
            case "memory" -> opened(new MemoryStorageAdapter(ClusterClock.system()), codec, options);
            default -> {
                PlainDatabase database =
                        PlainDatabase.open(Objects.requireNonNull(options.dataSource()), settings.database());
                Engine engine = new Engine(database.storageAdapter(), codec, options.onUnreadable());
                yield new PlainRestante(engine, database::close);
            }
        };
    }

    /** The same with the adapter of that name: {@code jpa}, {@code file} or {@code memory}. */
    public static PlainRestante open(String adapter, PlainOptions options) {
        Map<String, String> settings = new HashMap<>(options.settings());
        settings.put(StorageSettings.ADAPTER, adapter);
        return open(options.withSettings(settings));
    }

    /**
     * Over an adapter that is already built; whoever built it closes it.
     *
     * @param onUnreadable is told of each entry that was found and could not be read
     */
    public static PlainRestante over(
            StorageAdapter adapter, PayloadCipher cipher, Consumer<UnreadableEntry> onUnreadable) {
        return new PlainRestante(new Engine(adapter, new EntryCodec(cipher), onUnreadable), () -> {});
    }

    /** Over an adapter that is already built, without encryption; whoever built it closes it. */
    public static PlainRestante over(StorageAdapter adapter) {
        return over(adapter, PayloadCipher.none(), unreadable -> {});
    }

    @Override
    public Profile profile(ProfileId id) {
        return engine.profile(id);
    }

    @Override
    public Profiles profiles() {
        return engine.profiles();
    }

    /** Lets go of what was opened here; the data source stays the caller's. */
    @Override
    public void close() {
        onClose.run();
    }

    private static PlainRestante opened(StorageAdapter adapter, EntryCodec codec, PlainOptions options) {
        return new PlainRestante(new Engine(adapter, codec, options.onUnreadable()), adapter::close);
    }

    private static Settings settings(PlainOptions options) {
        SettingsReader reader = new SettingsReader(
                name -> Optional.ofNullable(options.settings().get(name)));
        Settings settings = Settings.read(reader);
        List<String> problems = new ArrayList<>(reader.problems());
        reader.unknown(options.settings().keySet()).forEach(name -> problems.add(name + " is no setting"));
        String adapter = settings.storage().adapter();
        if (!List.of("jpa", "file", "memory").contains(adapter)) {
            problems.add(StorageSettings.ADAPTER + " must be jpa, file or memory, but is '" + adapter + "'");
        }
        if (settings.storage().inDatabase() && options.dataSource() == null) {
            problems.add("the storage adapter 'jpa' needs a data source");
        }
        problems.addAll(Ciphers.problems(settings.storage()));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }
}
