package org.restante.entry;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything that Restante throws. Losing a race is a value and never one of these; an exception says that
 * something is broken or that the caller asked for something that cannot be. Messages never hold a stored value.
 */
public abstract class RestanteException extends RuntimeException {

    protected RestanteException(String message) {
        super(message);
    }

    protected RestanteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
