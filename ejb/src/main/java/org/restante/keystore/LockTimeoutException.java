package org.restante.keystore;

import org.restante.entry.RestanteException;

/** A lock was not had within the time that one waits for it; nothing is held and nothing was changed. */
public final class LockTimeoutException extends RestanteException {

    public LockTimeoutException(String message) {
        super(message);
    }
}
