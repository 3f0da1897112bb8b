package org.restante.keystore;

import org.restante.entry.RestanteException;

/** A transaction inside another asked for a lock that the other does not hold: locks are taken up front, all at once. */
public final class LockNotHeldException extends RestanteException {

    public LockNotHeldException(String message) {
        super(message);
    }
}
