package org.restante.baileys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.restante.entry.InvalidInputException;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;

/**
 * Profiles as folders of Baileys' multi-file auth state, in both directions. Thread-safe.
 *
 * <p>An import adds and overwrites; what the profile has and the folder has not stays, so that importing twice is the same as
 * once. Everything is read first and written in one atomic change, in the caller's transaction if there is one. The types
 * are namespaces of the same name, {@code creds.json} is {@code creds/self}. A Buffer in JSON is a {@code byte[]} in the
 * value; a value that is nothing but a Buffer is these bytes. Everything else is as in JSON, {@code session} too: Baileys has
 * an object there, which is stored as CBOR.
 */
public final class BaileysFolders {

    private final FolderLimits limits;

    public BaileysFolders() {
        this(FolderLimits.defaults());
    }

    public BaileysFolders(FolderLimits limits) {
        this.limits = limits;
    }

    /**
     * Imports a zip of a folder, its files at the top or all in one directory. What the file managers of desktops add to a
     * zip is passed over.
     *
     * @param zip is read to its end and stays open
     * @throws InvalidInputException naming {@code zip} when it is not a whole and plain zip, holds two files of one name or
     *     a path that leaves it, or goes over a limit; nothing is imported
     * @throws UncheckedIOException when {@code zip} cannot be read; nothing is imported
     * @throws StorageUnavailableException as {@link Storage} does
     */
    public ImportOutcome importZip(Storage storage, InputStream zip, WhenUnreadable whenUnreadable) {
        CollectedFiles files = new CollectedFiles();
        new ZipSource(limits).read(zip, files);
        return new FolderImport(files.files()).into(storage, whenUnreadable);
    }

    /**
     * Imports a folder as it lies there. Baileys should not be writing to it.
     *
     * @throws InvalidInputException naming {@code folder} when it is none or goes over a limit; nothing is imported
     * @throws UncheckedIOException when it cannot be read; nothing is imported
     * @throws StorageUnavailableException as {@link Storage} does
     */
    public ImportOutcome importFolder(Storage storage, Path folder, WhenUnreadable whenUnreadable) {
        CollectedFiles files = new CollectedFiles();
        new DirectorySource(limits).read(folder, files);
        return new FolderImport(files.files()).into(storage, whenUnreadable);
    }

    /**
     * Checks that a profile can be exported: that it has credentials, and that each entry for which Baileys has a file is
     * readable and the only one of its file's name. Reads every entry once and writes nothing.
     *
     * @throws UnsupportedOperationException when the storage adapter has no listing of keys
     * @throws StorageUnavailableException as {@link Storage} does
     */
    public ExportOutcome export(Storage storage) {
        ExportCheck check = new ExportCheck();
        try {
            if (!new ExportPass(storage, check).run()) {
                return new ExportOutcome.NoCredentials();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return check.problems().isEmpty()
                ? new ExportOutcome.Ready(new FolderExport(storage, check.files()))
                : new ExportOutcome.Refused(check.problems());
    }
}
