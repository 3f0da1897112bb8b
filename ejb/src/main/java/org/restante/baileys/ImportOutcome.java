package org.restante.baileys;

import java.util.List;

/** What became of an import. */
public sealed interface ImportOutcome {

    /** The files that were not read; {@code creds.json} is among them when it is missing. */
    List<FileRemark> unreadable();

    /**
     * The files that were read are entries now, all since the same moment.
     *
     * @param imported how many files that is
     * @param unreadable empty, unless these were to be skipped
     * @param notes files whose key could not be told from the file name for sure: they are kept under the name's part
     *     behind the type, so that an export gives the same file, but a look-up by the original key does not find them
     */
    record Imported(int imported, List<FileRemark> unreadable, List<FileRemark> notes) implements ImportOutcome {

        public Imported {
            unreadable = List.copyOf(unreadable);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Nothing was imported.
     *
     * @param unreadable at least one file
     */
    record Refused(List<FileRemark> unreadable) implements ImportOutcome {

        public Refused {
            unreadable = List.copyOf(unreadable);
        }
    }
}
