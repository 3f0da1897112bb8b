package org.restante.keystore;

import org.restante.entry.RestanteException;

/** The work of a transaction took longer than it may; it was rolled back and its locks were set free. */
public final class KeyTransactionTimeoutException extends RestanteException {

    public KeyTransactionTimeoutException(String message) {
        super(message);
    }
}
