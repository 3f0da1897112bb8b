package org.restante.conversation;

import org.restante.entry.RestanteException;

/** A handler threw. */
final class HandlerFailure extends RestanteException {

    private static final long serialVersionUID = 1;

    private final Exception failure;

    HandlerFailure(Exception failure) {
        super("the handler failed", failure);
        this.failure = failure;
    }

    /** What it threw. */
    Exception failure() {
        return failure;
    }
}
