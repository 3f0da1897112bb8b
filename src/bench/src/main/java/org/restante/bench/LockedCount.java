package org.restante.bench;

/** What is measured of key transactions: one entry is read, counted up and written while its lock is held. */
@FunctionalInterface
interface LockedCount {

    /**
     * Counts one up. Afterwards it is written for good and the lock is free.
     *
     * @param key of the entry and of its lock
     * @param locked is run when the lock is had, before the entry is read
     */
    void count(String key, Runnable locked);
}
