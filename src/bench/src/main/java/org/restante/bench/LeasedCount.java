package org.restante.bench;

/** A lock from elsewhere, and under it the read and the write in one transaction, as all others have them. */
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
            entries.change(key, Counters::next);
        } finally {
            unlock.run();
        }
    }
}
