package org.restante.keystore;

import org.restante.entry.RestanteException;

/** The thread was interrupted while it waited for a lock, and still is; nothing is held and nothing was changed. */
public final class LockInterruptedException extends RestanteException {

    public LockInterruptedException(String message, InterruptedException cause) {
        super(message, cause);
    }
}
