package org.restante.database;

import org.jspecify.annotations.Nullable;
import org.restante.entry.RestanteException;

/** The schema cannot be used by this code; the message says which versions meet. */
public final class SchemaException extends RestanteException {

    public SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
