package org.restante.storage;

import org.restante.entry.EntryKey;
import org.restante.entry.RestanteException;

/** Something else was stored than a put expected: what would have been written is older than what is there. Nothing was changed. */
public final class VersionConflictException extends RestanteException {

    private VersionConflictException(String message) {
        super(message);
    }

    /** For the entry of that key. */
    public static VersionConflictException at(EntryKey key) {
        return new VersionConflictException("something else is stored at " + key + " than was expected");
    }
}
