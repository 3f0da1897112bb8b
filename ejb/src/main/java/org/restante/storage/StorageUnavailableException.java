package org.restante.storage;

import org.jspecify.annotations.Nullable;
import org.restante.entry.RestanteException;

/** The store could not be reached or failed: nothing is known about the entry. Never a miss; try again later. */
public final class StorageUnavailableException extends RestanteException {

    public StorageUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
