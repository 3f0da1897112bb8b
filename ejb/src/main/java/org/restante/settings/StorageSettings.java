package org.restante.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.restante.codec.TinkCipher;

/**
 * Where entries are kept.
 *
 * @param adapter name of the adapter: {@value #JPA}, {@value #FILE}, {@value #MEMORY} or that of an application's bean
 * @param directory where the file adapter keeps its folders
 * @param keyset the keyset file that switches encryption at rest on
 */
public record StorageSettings(String adapter, Optional<Path> directory, Optional<Path> keyset) {

    public static final String ADAPTER = "restante.storage.adapter";
    public static final String DIRECTORY = "restante.storage.file.directory";

    /** The adapter that keeps entries in the database; the one that is taken unless another is named. */
    public static final String JPA = "jpa";

    /** The adapter that keeps entries in files. */
    public static final String FILE = "file";

    /** The adapter that keeps entries while the process runs. */
    public static final String MEMORY = "memory";

    static StorageSettings read(SettingsReader reader) {
        String adapter = reader.stripped(ADAPTER, JPA);
        Optional<Path> directory = reader.path(DIRECTORY);
        if (adapter.equals(FILE) && directory.isEmpty()) {
            reader.problem(DIRECTORY, "must be given for the storage adapter 'file'");
        }
        return new StorageSettings(adapter, directory, reader.path(TinkCipher.SETTING));
    }

    /** Whether entries are kept in the database. */
    public boolean inDatabase() {
        return adapter.equals(JPA);
    }

    /** The directory of the file adapter, which was found to be given. */
    public Path requiredDirectory() {
        return directory.orElseThrow();
    }
}
