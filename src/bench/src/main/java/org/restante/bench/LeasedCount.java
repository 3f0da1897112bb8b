package org.restante.bench;

/**
 * A lock from elsewhere, with which reading and writing share no transaction: each is one statement that commits by itself,
 * which takes the fewest round trips.
 */
final class LeasedCount implements LockedCount {

    private final Lease lease;
    private final JdbcStore entries;

    LeasedCount(Lease lease, JdbcStore entries) {
        this.lease = lease;
        this.entries = entries;
    }

    @Override
    public void count(String key, Runnable locked) {
        Runnable unlock = lease.take(key);
        try {
            locked.run();
            entries.put(key, Counters.next(entries.get(key)));
        } finally {
            unlock.run();
        }
    }
}
