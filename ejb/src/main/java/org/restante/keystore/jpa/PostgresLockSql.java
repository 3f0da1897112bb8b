package org.restante.keystore.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.restante.keystore.LockKey;

/**
 * PostgreSQL: one statement, which sets the transaction's {@code lock_timeout} before the first row, since the server has no
 * bound of its own, and after the last one to what it was. It bounds the wait for each row, so several have a query timeout
 * besides, which is in whole seconds. The token comes from a sequence, after the rows are had; that gives no number twice,
 * also when the holder is rolled back. Rows are locked and never changed: a row that is there, the usual case, is
 * only selected, and no version of it is left behind.
 */
final class PostgresLockSql implements LockSql {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    private static final String TOKEN = "select nextval('restante_lock_token'), ";

    // the inner columns are computed from left to right, and before the row is locked
    private static final String TAKE_ONE = TOKEN + "set_config('lock_timeout', held.before, true) from"
            + " (select current_setting('lock_timeout') as before, set_config('lock_timeout', ?, true) as now"
            + " from restante_lock where profile = ? and lock_key = ? for update) held where held.now is not null";

    // an update that is not done locks its row all the same
    private static final String TAKE = "with own as materialized (select current_setting('lock_timeout') as before),"
            + " bound as materialized"
            + " (select set_config('lock_timeout', ?, true) as now from own where own.before is not null),"
            + " held as (insert into restante_lock (profile, lock_key) select k.profile, k.lock_key from bound,"
            + " unnest(?::text[], ?::text[]) with ordinality k (profile, lock_key, n)"
            + " where bound.now is not null order by k.n"
            + " on conflict (profile, lock_key) do update set lock_key = excluded.lock_key where false returning 1)"
            + TOKEN + "set_config('lock_timeout', own.before, true) from own, (select count(*) from held) taken";

    @Override
    public long take(Connection connection, List<LockKey> locks, Supplier<Duration> remaining) throws SQLException {
        if (locks.size() == 1) {
            OptionalLong token = one(connection, locks.get(0), millis(remaining));
            if (token.isPresent()) {
                return token.getAsLong();
            }
        }
        return all(connection, locks, millis(remaining));
    }

    private static OptionalLong one(Connection connection, LockKey lock, long millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_ONE)) {
            statement.setString(1, millis + "ms");
            statement.setString(2, lock.profile().value());
            statement.setString(3, lock.key());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static long all(Connection connection, List<LockKey> locks, long millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setQueryTimeout(Math.toIntExact((millis + 999) / 1000));
            statement.setString(1, millis + "ms");
            statement.setObject(
                    2, locks.stream().map(lock -> lock.profile().value()).toArray(String[]::new));
            statement.setObject(3, locks.stream().map(LockKey::key).toArray(String[]::new));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return Set.of(LOCK_NOT_AVAILABLE, QUERY_CANCELED).contains(failure.getSQLState());
    }

    private static long millis(Supplier<Duration> remaining) {
        return Math.max(1, remaining.get().toMillis());
    }
}
