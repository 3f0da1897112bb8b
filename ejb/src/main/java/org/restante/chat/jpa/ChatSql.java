package org.restante.chat.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import org.restante.chat.ConversationKey;
import org.restante.chat.DedupeKey;
import org.restante.chat.LockStore.Wanted;
import org.restante.chat.StoredPending;
import org.restante.database.Dialect;
import org.restante.entry.ProfileId;

/** The statements on conversations that differ from database to database. */
interface ChatSql {

    /**
     * A statement that gives the columns of the rows that an update leaves.
     *
     * @param columns without qualifiers
     */
    String updated(String update, String columns);

    /** A statement that gives the columns of the rows that a delete takes away. */
    String deleted(String delete, String columns);

    /** The next token, as an expression. */
    String nextToken();

    /**
     * Puts a value in its place.
     *
     * @param value profile, kind, name, content and end
     */
    void putValue(Connection connection, Object... value) throws SQLException;

    /**
     * The same, where there is none whose end is after now; whether it did.
     *
     * @param value profile, kind, name, content, end and now
     */
    boolean putValueIfAbsent(Connection connection, Object... value) throws SQLException;

    /**
     * Takes the lock, if it is not live; its new token, or 0. Where it is live and {@code counting}, there is one more that
     * waits.
     */
    Seat seat(Connection connection, ConversationKey key, Seating seating) throws SQLException;

    /** Puts an entry behind all others, unless there are as many as may be; how many there are then that have not expired, or 0. */
    int enqueue(Connection connection, ConversationKey key, Arrival arrival) throws SQLException;

    /** Holds the rows of a select as they are until the transaction ends: what is behind "where". */
    String held();

    /** Makes a key the newest, and drops what is beyond the limit; whether it was there. */
    boolean mark(Connection connection, ProfileId profile, DedupeKey key, int limit) throws SQLException;

    /**
     * Counts one item more in a series, and gives the numbers of the first and the last one: takes profile, kind, name, end,
     * now and the most there may be.
     */
    long[] append(Connection connection, Object[] place, Growth growth) throws SQLException;

    /** An entry that comes, when that is, and how many there may be. */
    record Arrival(StoredPending entry, long now, int most) {}

    /** How a series grows; times as they are stored. */
    record Growth(long now, long until, int most) {}

    /** Who wants a seat, and whether there is one more that waits if it is taken. */
    record Seating(Wanted wanted, boolean counting) {}

    /**
     * What came of it.
     *
     * @param token of the lock that was taken, else 0
     * @param entry the number of the entry that waits; 0 where none does
     */
    record Seat(long token, long entry) {

        static final Seat NONE = new Seat(0, 0);
    }

    static ChatSql of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2ChatSql();
            case POSTGRESQL -> new PostgresChatSql();
        };
    }
}
