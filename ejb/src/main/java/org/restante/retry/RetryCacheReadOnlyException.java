package org.restante.retry;

import org.restante.entry.RestanteException;

/** Nothing can be put: the cache reads from a source, and there is no adapter that would keep anything. */
public final class RetryCacheReadOnlyException extends RestanteException {

    RetryCacheReadOnlyException(String message) {
        super(message);
    }
}
