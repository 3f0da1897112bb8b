package org.restante.chat.jpa;

import static org.restante.storage.BoundedSql.parameters;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.restante.chat.ConversationKey;
import org.restante.chat.DedupeKey;
import org.restante.chat.LockStore.Wanted;
import org.restante.entry.ProfileId;
import org.restante.storage.BoundedSql;
import org.restante.time.Micros;

/**
 * H2, in this process, so that a statement more is no round trip more. An update waits for the row and looks at it again; of
 * two that insert one row the slower fails, having done nothing, and begins again.
 */
final class H2ChatSql implements ChatSql {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_RUNS = 100;

    private static final String WHERE_LOCK = " where profile = ? and lock_key = ?";
    private static final String TAKE = "select token from final table (update restante_chat_lock set owner = ?,"
            + " token = next value for restante_chat_token, since = ?, lease_until = ?, lease = ?" + WHERE_LOCK
            + " and lease_until <= ?)";
    private static final String MAKE = "select token from final table (insert into restante_chat_lock"
            + " (owner, token, since, lease_until, lease, profile, lock_key)"
            + " select s.owner, next value for restante_chat_token, s.since, s.until, s.lease, s.profile, s.lock_key"
            + " from (values (cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as bigint),"
            + " cast(? as varchar), cast(? as varchar))) s (owner, since, until, lease, profile, lock_key)"
            + " where not exists (select 1 from restante_chat_lock l"
            + " where l.profile = s.profile and l.lock_key = s.lock_key))";
    private static final String COUNT = "select last_entry from final table (update restante_chat_lock"
            + " set queued = queued + 1, last_entry = last_entry + 1" + WHERE_LOCK + " and lease_until > ?)";

    private static final String ENTRIES =
            "(select count(*) from restante_chat_pending" + " where profile = ? and lock_key = ? and expires_at > ?)";
    private static final String ENQUEUE = "insert into restante_chat_pending (profile, lock_key, " + PendingRows.COLUMNS
            + ") select cast(? as varchar), cast(? as varchar), cast(? as bigint), cast(? as varchar), cast(? as varchar),"
            + " cast(? as varbinary), greatest(cast(? as bigint), coalesce((select max(enqueued_at)"
            + " from restante_chat_pending where profile = ? and lock_key = ?), 0)), cast(? as bigint) where " + ENTRIES
            + " < ?";

    private static final String PUT_VALUE = "merge into restante_chat_value v using (values (cast(? as varchar),"
            + " cast(? as varchar), cast(? as varchar), cast(? as varbinary), cast(? as bigint)))"
            + " s (profile, kind, name, content, expires_at)"
            + " on v.profile = s.profile and v.kind = s.kind and v.name = s.name";
    private static final String SET_VALUE = " then update set content = s.content, expires_at = s.expires_at"
            + " when not matched then insert values (s.profile, s.kind, s.name, s.content, s.expires_at)";

    private static final String REFRESH = "update restante_chat_dedupe set place = next value for restante_chat_order"
            + " where profile = ? and dedupe_key = ?";
    private static final String ADD_KEY = "insert into restante_chat_dedupe (profile, dedupe_key, room, place)"
            + " values (?, ?, ?, next value for restante_chat_order)";
    private static final String TRIM = "delete from restante_chat_dedupe where profile = ? and room = ? and place <="
            + " (select place from restante_chat_dedupe where profile = ? and room = ?"
            + " order by place desc offset ? rows fetch first 1 rows only)";

    private static final String GROW = "select first_item, last_item from final table (update restante_chat_series set"
            + " expires_at = ?, first_item = case when expires_at <= ? then last_item + 1"
            + " else greatest(first_item, last_item + 2 - ?) end, last_item = last_item + 1"
            + " where profile = ? and kind = ? and name = ?)";
    private static final String BEGIN = "insert into restante_chat_series"
            + " (profile, kind, name, first_item, last_item, expires_at) values (?, ?, ?, 1, 1, ?)";

    @Override
    public String updated(String update, String columns) {
        return "select " + columns + " from final table (" + update + ")";
    }

    @Override
    public String deleted(String delete, String columns) {
        return "select " + columns + " from old table (" + delete + ")";
    }

    @Override
    public String nextToken() {
        return "next value for restante_chat_token";
    }

    @Override
    public void putValue(Connection connection, Object... value) throws SQLException {
        put(connection, PUT_VALUE + " when matched" + SET_VALUE, value);
    }

    @Override
    public boolean putValueIfAbsent(Connection connection, Object... value) throws SQLException {
        return put(connection, PUT_VALUE + " when matched and v.expires_at <= ?" + SET_VALUE, value) > 0;
    }

    private static int put(Connection connection, String merge, Object... value) throws SQLException {
        return again(() -> BoundedSql.write(connection, merge, parameters(value)));
    }

    @Override
    public Seat seat(Connection connection, ConversationKey key, Seating seating) throws SQLException {
        return again(() -> {
            Wanted wanted = seating.wanted();
            String profile = key.profile().value();
            long now = Micros.of(wanted.now());
            long until = Micros.of(wanted.leaseUntil());
            long lease = Micros.of(wanted.lease());
            long taken = number(connection, TAKE, wanted.owner(), now, until, lease, profile, key.key(), now);
            if (taken == 0) {
                taken = number(connection, MAKE, wanted.owner(), now, until, lease, profile, key.key());
            }
            if (taken != 0 || !seating.counting()) {
                return new Seat(taken, 0);
            }
            long entry = number(connection, COUNT, profile, key.key(), now);
            return entry == 0 ? null : new Seat(0, entry); // it was set free meanwhile
        });
    }

    @Override
    public int enqueue(Connection connection, ConversationKey key, Arrival arrival) throws SQLException {
        if (BoundedSql.write(connection, ENQUEUE, parameters(PendingRows.arriving(key, arrival, false))) == 0) {
            return 0;
        }
        return (int) number(connection, "select " + ENTRIES, key.profile().value(), key.key(), arrival.now());
    }

    @Override
    public String held() {
        return " for update";
    }

    @Override
    public boolean mark(Connection connection, ProfileId profile, DedupeKey key, int limit) throws SQLException {
        boolean known = again(() -> {
            if (BoundedSql.write(connection, REFRESH, parameters(profile.value(), key.value())) > 0) {
                return true;
            }
            BoundedSql.write(connection, ADD_KEY, parameters(profile.value(), key.value(), key.room()));
            return false;
        });
        BoundedSql.write(connection, TRIM, parameters(profile.value(), key.room(), profile.value(), key.room(), limit));
        return known;
    }

    @Override
    public long[] append(Connection connection, Object[] place, Growth growth) throws SQLException {
        return again(() -> {
            long[] grown = BoundedSql.writeAnd(
                    connection,
                    GROW,
                    parameters(growth.until(), growth.now(), growth.most(), place[0], place[1], place[2]),
                    row -> row.next() ? new long[] {row.getLong(1), row.getLong(2)} : new long[0]);
            if (grown.length > 0) {
                return grown;
            }
            BoundedSql.write(connection, BEGIN, parameters(place[0], place[1], place[2], growth.until()));
            return new long[] {1, 1};
        });
    }

    private static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return BoundedSql.writeAnd(connection, sql, parameters(parameters), row -> row.next() ? row.getLong(1) : 0L);
    }

    /** Until there is an answer, and it was not another's turn in between. */
    private static <T> T again(Attempt<T> attempt) throws SQLException {
        for (int run = 0; run < MOST_RUNS; run++) {
            try {
                T answer = attempt.run();
                if (answer != null) {
                    return answer;
                }
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
        throw new SQLTransactionRollbackException("another was first, " + MOST_RUNS + " times", "40001");
    }

    private interface Attempt<T> {
        @org.jspecify.annotations.Nullable T run() throws SQLException;
    }
}
