package org.restante.codec;

import org.jspecify.annotations.Nullable;
import org.restante.entry.RestanteException;

/** Stored bytes could not be turned into a value; the message is the reason and never holds the bytes. */
public final class UnreadableValueException extends RestanteException {

    public UnreadableValueException(String reason) {
        super(reason);
    }

    public UnreadableValueException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
