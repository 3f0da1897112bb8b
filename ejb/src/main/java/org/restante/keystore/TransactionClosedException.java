package org.restante.keystore;

import org.restante.entry.RestanteException;

/** A handle was used after its transaction had ended, or on a thread that does not run its work. */
public final class TransactionClosedException extends RestanteException {

    public TransactionClosedException(String message) {
        super(message);
    }
}
