package org.restante.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.restante.codec.TinkCipher;

/**
 * Where entries are kept.
 *
 * @param adapter name of the adapter: {@code jpa}, {@code file}, {@code memory} or that of an application's bean
 * @param directory where the file adapter keeps its folders
 * @param keyset the keyset file that switches encryption at rest on
 */
public record StorageSettings(String adapter, Optional<Path> directory, Optional<Path> keyset) {

    public static final String ADAPTER = "restante.storage.adapter";
    public static final String DIRECTORY = "restante.storage.file.directory";

    private static final String DEFAULT_ADAPTER = "jpa";

    static StorageSettings read(SettingsReader reader) {
        String adapter = reader.stripped(ADAPTER).orElse(DEFAULT_ADAPTER);
        Optional<Path> directory = reader.path(DIRECTORY);
        if (adapter.equals("file") && directory.isEmpty()) {
            reader.problem(DIRECTORY, "must be given for the storage adapter 'file'");
        }
        return new StorageSettings(adapter, directory, reader.path(TinkCipher.SETTING));
    }

    /** Whether entries are kept in the database. */
    public boolean inDatabase() {
        return adapter.equals(DEFAULT_ADAPTER);
    }

    /** The directory of the file adapter, which was found to be given. */
    public Path requiredDirectory() {
        return directory.orElseThrow();
    }
}
