package org.restante.baileys;

import java.util.List;

/** Whether a profile can be exported. */
public sealed interface ExportOutcome {

    /** Every entry was read and has a file name of its own. */
    record Ready(FolderExport folder) implements ExportOutcome {}

    /** The profile has no credentials: Baileys would take its folder for that of a new account. */
    record NoCredentials() implements ExportOutcome {}

    /**
     * The folder would lack something, so there is none.
     *
     * @param problems entries that are unreadable, that would share a file, or whose file name is not a portable one
     */
    record Refused(List<FileRemark> problems) implements ExportOutcome {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
