package org.restante.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.chat.ChatStates;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.entry.ProfileId;
import org.restante.keystore.ExpiryTimer;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.KeyStores;
import org.restante.keystore.jpa.DatabaseLocks;
import org.restante.keystore.memory.ProcessLocks;
import org.restante.metering.Meter;
import org.restante.metering.Metering;
import org.restante.settings.ChatSettings;
import org.restante.settings.DedupSettings;
import org.restante.settings.InvalidSettingsException;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.settings.StorageSettings;
import org.restante.storage.EntryValues;
import org.restante.storage.Profiles;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.file.FileStorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.time.ClusterClock;

/**
 * Restante in plain Java, without a container: from options alone, from options and the name of an adapter, or over an
 * adapter that is already built. Thread-safe; to be closed when it was opened here.
 */
public final class PlainRestante implements Restante, AutoCloseable {

    private final Restante engine;
    private final ExpiryTimer timer;
    private final PlainRetries retries;
    private final PlainSwept<DedupCaches> dedup;
    private final PlainSwept<ChatStates> chat;
    private final PlainConversations conversations;
    private final Runnable onClose;

    private PlainRestante(StorageAdapter adapter, EntryCodec codec, Given given, Runnable onClose) {
        Settings settings = given.settings();
        this.timer = ExpiryTimer.daemon();
        this.retries = new PlainRetries(adapter, codec, settings, given.options());
        Metering metering = Metering.to(given.options().meter());
        this.dedup = PlainDedup.over(adapter, codec, settings.dedup(), metering);
        this.chat = PlainChat.over(adapter, codec, settings.chat(), metering);
        this.conversations = new PlainConversations(chat, settings.conversation());
        this.onClose = onClose;
        EntryValues values = new EntryValues(codec, given.options().onUnreadable());
        KeyStores.Conduct conduct = KeyStoreConduct.of(settings.keyStore(), timer, metering);
        KeyStores keyStores = new KeyStores(adapter, values, metering.of(locks(adapter)), conduct);
        Engine plain = new Engine(adapter, values, keyStores, new Engine.Caches(retries, dedup, chat, conversations));
        this.engine = given.options().meter() == Meter.NONE ? plain : new MeteredRestante(plain, metering);
    }

    private record Given(Settings settings, PlainOptions options) {

        EntryCodec codec() {
            return new EntryCodec(Ciphers.of(settings.storage()));
        }
    }

    /**
     * Opens the adapter that the settings name, by default {@code jpa} on the options' database.
     *
     * @throws InvalidSettingsException naming every setting that cannot be used
     * @throws StorageUnavailableException when the database cannot be reached or its schema does not fit
     */
    public static PlainRestante open(PlainOptions options) {
        Settings settings = settings(options);
        return switch (settings.storage().adapter()) {
            case StorageSettings.FILE -> {
                Path root = settings.storage().requiredDirectory();
                yield opened(FileStorageAdapter.open(root, ClusterClock.system()), settings, options);
            }
            case StorageSettings.MEMORY -> opened(new MemoryStorageAdapter(ClusterClock.system()), settings, options);
            default -> {
                PlainDatabase database =
                        PlainDatabase.open(Objects.requireNonNull(options.dataSource()), settings.database());
                Given given = new Given(settings, options);
                yield new PlainRestante(database.storageAdapter(), given.codec(), given, database::close);
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
     * Over an adapter that is already built; whoever built it closes it. Of one {@code memory} or {@code file} adapter one
     * object of this class is made: its locks are here.
     *
     * @throws InvalidSettingsException naming every setting that cannot be used
     */
    public static PlainRestante over(StorageAdapter adapter, PlainOptions options) {
        Given given = new Given(
                settings(options, read -> cacheProblems(read, options, adapter instanceof JpaStorageAdapter)), options);
        return new PlainRestante(adapter, given.codec(), given, () -> {});
    }

    /** The same with that cipher, whatever the settings are. */
    public static PlainRestante over(
            StorageAdapter adapter, PayloadCipher cipher, Consumer<UnreadableEntry> onUnreadable) {
        PlainOptions options = PlainOptions.defaults().withOnUnreadable(onUnreadable);
        Given given = new Given(settings(options, read -> List.of()), options);
        return new PlainRestante(adapter, new EntryCodec(cipher), given, () -> {});
    }

    /** The same without encryption and settings. */
    public static PlainRestante over(StorageAdapter adapter) {
        return over(adapter, PlainOptions.defaults());
    }

    @Override
    public Profile profile(ProfileId id) {
        return engine.profile(id);
    }

    @Override
    public DedupCache dedup(String namespace) {
        return engine.dedup(namespace);
    }

    @Override
    public Profiles profiles() {
        return engine.profiles();
    }

    /** Lets go of what was opened here; the data source stays the caller's. */
    @Override
    public void close() {
        conversations.close(); // while all that handlers need is there
        timer.close();
        retries.close();
        dedup.close();
        chat.close();
        onClose.run();
    }

    private static PlainRestante opened(StorageAdapter adapter, Settings settings, PlainOptions options) {
        Given given = new Given(settings, options);
        return new PlainRestante(adapter, given.codec(), given, adapter::close);
    }

    private static KeyLocks locks(StorageAdapter adapter) {
        return adapter instanceof JpaStorageAdapter jpa
                ? new DatabaseLocks(jpa.database(), jpa.transactions())
                : new ProcessLocks(ClusterClock.system());
    }

    /** All settings, and that the adapter which they name can be opened. */
    private static Settings settings(PlainOptions options) {
        return settings(options, settings -> {
            List<String> problems = new ArrayList<>();
            String adapter = settings.storage().adapter();
            if (!List.of(StorageSettings.JPA, StorageSettings.FILE, StorageSettings.MEMORY)
                    .contains(adapter)) {
                problems.add(StorageSettings.ADAPTER + " must be jpa, file or memory, but is '" + adapter + "'");
            }
            if (settings.storage().inDatabase() && options.dataSource() == null) {
                problems.add("the storage adapter 'jpa' needs a data source");
            }
            problems.addAll(cacheProblems(settings, options, settings.storage().inDatabase()));
            return problems;
        });
    }

    private static List<String> cacheProblems(Settings settings, PlainOptions options, boolean storageInDatabase) {
        List<String> problems = new ArrayList<>(PlainRetries.problems(settings.retry(), options, storageInDatabase));
        problems.addAll(PlainSwept.problems(
                DedupSettings.ADAPTER, settings.dedup().adapter(storageInDatabase), storageInDatabase));
        problems.addAll(PlainSwept.problems(
                ChatSettings.ADAPTER, settings.chat().adapter(storageInDatabase), storageInDatabase));
        return problems;
    }

    private static Settings settings(PlainOptions options, Function<Settings, List<String>> more) {
        SettingsReader reader = new SettingsReader(
                name -> Optional.ofNullable(options.settings().get(name)));
        Settings settings = Settings.read(reader);
        List<String> problems = new ArrayList<>(reader.problems());
        reader.unknown(options.settings().keySet()).forEach(name -> problems.add(name + " is no setting"));
        problems.addAll(more.apply(settings));
        problems.addAll(Ciphers.problems(settings.storage()));
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return settings;
    }
}
