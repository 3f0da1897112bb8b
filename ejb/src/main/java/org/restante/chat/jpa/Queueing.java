package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockStore.Locking;
import org.restante.chat.LockStore.Wanted;
import org.restante.chat.QueueBound.Overflow;
import org.restante.chat.StoredPending;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/** Entries come and go while the row of their lock is held. */
record Queueing(ChatSql sql, Connection connection, ConversationKey key) {

    private static final String DELETE = "delete from restante_chat_pending where profile = ? and lock_key = ?";

    /** Those beyond the newest that may stay, without those that have expired, and those of a handler, which never do. */
    private static final String MAKE_ROOM =
            DELETE + " and expires_at > ? and expires_at < 9223372036854775807 and entry <= (select entry"
                    + " from restante_chat_pending where profile = ? and lock_key = ? and expires_at > ?"
                    + " order by entry desc offset ? rows fetch first 1 rows only)";

    /** The first that has not expired, and those before it; all where all have expired. */
    private static final String TAKE = DELETE + " and entry <= (select coalesce(min(entry), 9223372036854775807)"
            + " from restante_chat_pending where profile = ? and lock_key = ? and expires_at > ?)";

    /** Puts a message behind the others. */
    Locking queue(Wanted wanted, StoredPending entry) throws SQLException {
        int most = wanted.bound().size();
        List<StoredPending> dropped = wanted.bound().overflow() == Overflow.DROP_OLDEST
                ? deleted(MAKE_ROOM, now(wanted), profile(), key.key(), now(wanted), most - 1)
                : List.of();
        int position = sql.enqueue(connection, key, new ChatSql.Enqueued(entry, now(wanted), most));
        return position == 0 ? Locking.overflowed(entry) : Locking.queued(position, dropped);
    }

    /** Puts a message behind the others, in place of the last one that was debounced. */
    Locking debounce(Wanted wanted, StoredPending entry) throws SQLException {
        BoundedSql.write(
                connection,
                DELETE + " and strategy = ?",
                parameters(profile(), key.key(), entry.strategy().text()));
        sql.enqueue(connection, key, new ChatSql.Enqueued(entry, now(wanted), Integer.MAX_VALUE));
        return Locking.debounced();
    }

    /** Takes the first that has not expired, and those before it. */
    List<StoredPending> take(long now) throws SQLException {
        return deleted(TAKE, profile(), key.key(), now);
    }

    /** Takes all of them. */
    List<StoredPending> takeAll() throws SQLException {
        return deleted(DELETE);
    }

    /** @param more behind profile and key */
    private List<StoredPending> deleted(String delete, Object... more) throws SQLException {
        Object[] all = new Object[more.length + 2];
        all[0] = profile();
        all[1] = key.key();
        System.arraycopy(more, 0, all, 2, more.length);
        return BoundedSql.writeAnd(
                connection, sql.deleted(delete, PendingRows.COLUMNS), parameters(all), PendingRows::all);
    }

    private String profile() {
        return key.profile().value();
    }

    private static long now(Wanted wanted) {
        return Micros.of(wanted.now());
    }
}
