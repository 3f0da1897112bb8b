package org.restante.baileys;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.restante.storage.Storage;

/**
 * A folder that was found exportable. Entries are read again while it is written, so what is written meanwhile may be in it
 * or not; each file is whole. Between check and zip nothing lies on disk, where secrets would be in the clear.
 */
public final class FolderExport {

    private final Storage storage;
    private final int files;

    FolderExport(Storage storage, int files) {
        this.storage = storage;
        this.files = files;
    }

    /** How many files there were when it was checked. */
    public int files() {
        return files;
    }

    /**
     * Writes the files as a flat zip, with no more than a page of entries in memory. Afterwards the zip is complete and the
     * stream still open.
     *
     * @throws ExportBrokenOffException when an entry was spoilt since the check, or the credentials deleted; the zip then
     *     lacks its end and is no zip
     * @throws IOException what the stream threw
     */
    public void writeTo(OutputStream out) throws IOException {
        FolderZip zip = new FolderZip(out);
        try {
            if (!new ExportPass(storage, zip).run()) {
                throw new ExportBrokenOffException(new FileRemark(AuthFileName.CREDS, "was deleted"));
            }
            zip.finish();
            zip.flush();
        } finally {
            zip.release();
        }
    }

    private static final class FolderZip extends ZipOutputStream implements ExportPass.Receiver {

        FolderZip(OutputStream out) {
            super(out);
        }

        @Override
        public void file(String name, byte[] content) throws IOException {
            putNextEntry(new ZipEntry(name));
            write(content);
            closeEntry();
        }

        @Override
        public void problem(FileRemark problem) {
            throw new ExportBrokenOffException(problem);
        }

        /** Not {@code close}, which would give the end of a zip to one that broke off. */
        void release() {
            def.end();
        }
    }
}
