package org.restante.baileys;

import org.restante.entry.RestanteException;

/** An entry can no longer be exported, though it could when the export was checked; the zip ends without its directory. */
public final class ExportBrokenOffException extends RestanteException {

    ExportBrokenOffException(FileRemark problem) {
        super("the export broke off at " + problem.file() + ": " + problem.reason());
    }
}
