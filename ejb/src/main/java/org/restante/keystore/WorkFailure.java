package org.restante.keystore;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Carries what work threw, of whatever kind, through code that is not to touch it: locks, transactions, retries and the
 * interceptors of a server.
 */
final class WorkFailure extends RuntimeException {

    private final Throwable reason;

    private WorkFailure(Throwable reason) {
        super(null, reason, true, false);
        this.reason = reason;
    }

    /** Runs the work; what it throws comes out carried. */
    static <T> T carrying(Callable<T> work) {
        try {
            return work.call();
        } catch (Throwable e) {
            throw new WorkFailure(e);
        }
    }

    /** Runs what may throw a carried failure; the failure itself comes out, with what was added to its carrier. */
    static <T, X extends Exception> T unwrapped(Supplier<T> carrier) throws X {
        try {
            return carrier.get();
        } catch (WorkFailure e) {
            for (Throwable suppressed : e.getSuppressed()) {
                Throwable reason = reason(suppressed);
                if (reason != e.reason) {
                    e.reason.addSuppressed(reason);
                }
            }
            if (e.reason instanceof Error error) {
                throw error;
            }
            @SuppressWarnings("unchecked") // nothing else but what it declares, and unchecked ones, can the work throw
            X declared = (X) e.reason;
            throw declared;
        }
    }

    /** What is carried, or the throwable itself where nothing is. */
    static Throwable reason(Throwable failure) {
        return failure instanceof WorkFailure carried ? carried.reason : failure;
    }
}
