package org.restante.messaging;

import org.restante.entry.RestanteException;

/** A call has no key where its method says that there is one. Nothing was done. */
public final class MissingKeyException extends RestanteException {

    MissingKeyException(String source) {
        super("the call has no key: " + source + " is null or empty");
    }
}
