package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.SnapshotStore.Sink;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * All rows of a profile that are in a snapshot, as of one moment since in one statement, and one after the other since through
 * a cursor. Entries and locks share columns: what a lock has for its beginning and end an entry has for when it came and
 * expires.
 */
final class SnapshotRows {

    private static final int SUBSCRIPTION = 0;
    private static final int DEDUPE = 1;
    private static final int THREAD = 2;
    private static final int CHANNEL = 3;
    private static final int LOCK = 4;
    private static final int PENDING = 5;

    /** Locks and their entries are one behind the other by the first three columns, whose last but one is 0 for a lock. */
    private static final String ALL =
            "select case kind when 'subscription' then 0 when 'thread' then 2 else 3 end part,"
                    + " name place, cast(0 as bigint) number, 0 what, name, '' owner, cast(0 as bigint) begins,"
                    + " cast(0 as bigint) ends, cast(0 as bigint) lease, '' strategy, content, cast(null as varchar(64)) handler from restante_chat_value"
                    + " where profile = ? and kind in ('subscription', 'thread', 'channel')"
                    + " union all select 1, '', place, 1, dedupe_key, '', 0, 0, 0, '', null, null from restante_chat_dedupe"
                    + " where profile = ?"
                    + " union all select 4, lock_key, 0, 4, lock_key, owner, since, lease_until, lease, '', null, handler"
                    + " from restante_chat_lock where profile = ? and lease_until > 0"
                    + " union all select 4, p.lock_key, p.entry, 5, p.lock_key, p.owner, p.enqueued_at, p.expires_at, 0,"
                    + " p.strategy, p.content, l.handler from restante_chat_pending p left join restante_chat_lock l"
                    + " on l.profile = p.profile and l.lock_key = p.lock_key where p.profile = ?"
                    + " order by part, place, number";

    /** Of rows that may have 16 MiB each. */
    private static final int FETCHED_AT_ONCE = 20;

    private final ResultSet row;
    private final Sink sink;

    /** The lock that was told last. */
    private @Nullable String told;

    private SnapshotRows(ResultSet row, Sink sink) {
        this.row = row;
        this.sink = sink;
    }

    /** Hands them on while it reads; in a transaction, since elsewhere there are no cursors. */
    static int read(Connection connection, ProfileId profile, Sink sink) throws SQLException {
        String place = profile.value();
        BoundedSql.Binding binding = parameters(place, place, place, place);
        return BoundedSql.query(
                connection,
                ALL,
                statement -> {
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    binding.bind(statement);
                },
                rows -> new SnapshotRows(rows, sink).read());
    }

    private int read() throws SQLException {
        int count = 0;
        while (row.next()) {
            one();
            count++;
        }
        return count;
    }

    private void one() throws SQLException {
        int part = row.getInt("part");
        String name = row.getString("name");
        switch (part == LOCK ? row.getInt("what") : part) {
            case SUBSCRIPTION -> sink.subscription(name);
            case DEDUPE -> sink.dedupe(new DedupeKey(name));
            case THREAD -> sink.thread(name, row.getBytes("content"));
            case CHANNEL -> sink.channel(name, row.getBytes("content"));
            case LOCK -> lock(name);
            case PENDING -> pending(name);
            default -> throw new SQLException("no part of a snapshot");
        }
    }

    private void lock(String key) throws SQLException {
        StoredLock lock = new StoredLock(
                key,
                row.getString("owner"),
                LockToken.NONE,
                Micros.toInstant(row.getLong("begins")),
                Micros.toInstant(row.getLong("ends")),
                Micros.toDuration(row.getLong("lease")));
        sink.lock(key, row.getString("handler"), lock);
        told = key;
    }

    private void pending(String key) throws SQLException {
        if (!key.equals(told)) {
            sink.lock(key, row.getString("handler"), null); // nobody has it
            told = key;
        }
        sink.pending(new StoredPending(
                row.getLong("number"),
                row.getString("owner"),
                LockStrategy.valueOf(row.getString("strategy").toUpperCase(Locale.ROOT)),
                row.getBytes("content"),
                Micros.toInstant(row.getLong("begins")),
                Micros.toInstant(row.getLong("ends"))));
    }
}
