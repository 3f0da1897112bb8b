package org.restante.bench;

/** Locks for a time, in the way of another library. */
@FunctionalInterface
interface Lease {

    /**
     * Waits until that lock is had.
     *
     * @return what sets it free
     */
    Runnable take(String key);
}
