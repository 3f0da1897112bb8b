package org.restante.chat.jpa;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.SnapshotStore.Sink;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.chat.ValueStore;
import org.restante.entry.ProfileId;
import org.restante.storage.StorageUnavailableException;
import org.restante.time.Micros;
import org.restante.transaction.BoundedAnswer;

/**
 * Writes what it is given as rows, in batches. A lock comes first and is held from then on; then goes what somebody else has
 * put behind it meanwhile, and its own entries come, and are counted.
 */
final class SnapshotInserts implements Sink, AutoCloseable {

    private static final byte[] NOTHING = {};

    private final String profile;
    private final RowBatch values;
    private final RowBatch dedupe;
    private final RowBatch locks;
    private final RowBatch clears;
    private final RowBatch entries;
    private final RowBatch counts;
    private @Nullable Waiting waiting;

    SnapshotInserts(BoundedAnswer bound, ProfileId profile, SnapshotSql sql) throws SQLException {
        this.profile = profile.value();
        values = new RowBatch(bound, sql.value(), null);
        dedupe = new RowBatch(bound, sql.dedupe(), null);
        locks = new RowBatch(bound, sql.lock(), null);
        clears = new RowBatch(bound, sql.clear(), locks);
        entries = new RowBatch(bound, sql.pending(), clears);
        counts = new RowBatch(bound, sql.count(), entries);
    }

    /** A lock whose entries are still to come. */
    private record Waiting(String key, int count) {}

    @Override
    public void subscription(String thread) {
        value(ValueStore.Kind.SUBSCRIPTION, thread, NOTHING);
    }

    @Override
    public void dedupe(DedupeKey key) {
        sql(() -> dedupe.add(profile, key.value(), key.room()));
    }

    @Override
    public void thread(String id, byte[] state) {
        value(ValueStore.Kind.THREAD, id, state);
    }

    @Override
    public void channel(String id, byte[] state) {
        value(ValueStore.Kind.CHANNEL, id, state);
    }

    private void value(ValueStore.Kind kind, String name, byte[] content) {
        sql(() -> values.add(profile, kind.text(), name, content, ChatDatabase.NEVER));
    }

    @Override
    public void lock(String key, @Nullable String handler, @Nullable StoredLock lock) {
        sql(() -> {
            endLock();
            locks.add(
                    profile,
                    key,
                    lock == null ? "" : lock.owner(),
                    lock == null ? 0L : Micros.of(lock.since()),
                    lock == null ? 0L : Micros.of(lock.leaseUntil()),
                    lock == null ? 0L : Micros.of(lock.lease()),
                    handler,
                    0,
                    0L,
                    0L,
                    0);
            clears.add(profile, key);
        });
        waiting = new Waiting(key, 0);
    }

    @Override
    public void pending(StoredPending entry) {
        Waiting behind = Objects.requireNonNull(waiting, "an entry waits for no lock");
        waiting = new Waiting(behind.key, behind.count + 1);
        sql(() -> entries.add(
                profile,
                behind.key,
                (long) behind.count + 1,
                entry.owner(),
                entry.strategy().text(),
                entry.content(),
                Micros.of(entry.enqueuedAt()),
                Micros.of(entry.expiresAt())));
    }

    private void endLock() throws SQLException {
        Waiting ended = waiting;
        waiting = null;
        if (ended != null && ended.count > 0) {
            counts.add(ended.count, (long) ended.count, profile, ended.key);
        }
    }

    /** Sends what was not sent yet. */
    void flush() throws SQLException {
        endLock();
        counts.flush();
        values.flush();
        dedupe.flush();
    }

    @Override
    public void close() throws SQLException {
        try (values;
                dedupe;
                locks;
                clears;
                entries;
                counts) {
            waiting = null;
        }
    }

    private static void sql(Sending sending) {
        try {
            sending.run();
        } catch (SQLException e) {
            throw new StorageUnavailableException("the database failed with SQLState " + e.getSQLState(), e);
        }
    }

    private interface Sending {
        void run() throws SQLException;
    }
}
