package org.restante.keystore.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.restante.entry.ProfileId;
import org.restante.keystore.LockKey;

/**
 * PostgreSQL: one insert that becomes an update where the row is there. It locks the rows in the order in which they come,
 * and sets the transaction's {@code lock_timeout} before the first, since the server has no bound of its own; after the last
 * it is what it was. It bounds the wait for each row, so several have a query timeout besides, which is in whole seconds. A
 * single lock, the usual case, does without the arrays and their order, which cost about a twelfth of the statement.
 */
final class PostgresLockSql implements LockSql {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    private static final String BOUNDED = "with own as materialized (select current_setting('lock_timeout') s),"
            + " t as materialized (select set_config('lock_timeout', ?, true) s from own where own.s is not null)";
    private static final String INSERT = " insert into restante_lock as l (profile, lock_key, token)";
    private static final String OR_RAISE = " on conflict (profile, lock_key) do update set token = l.token + 1";

    private static final String TAKE_ONE = BOUNDED + INSERT + " select ?, ?, 1 from t where t.s is not null" + OR_RAISE
            + " returning token, set_config('lock_timeout', (select s from own), true)";

    private static final String TAKE = BOUNDED + ", taken as (" + INSERT + " select k.profile, k.lock_key, 1 from t,"
            + " unnest(?::text[], ?::text[]) with ordinality k (profile, lock_key, n)"
            + " where t.s is not null order by k.n" + OR_RAISE
            + " returning profile, lock_key, token),"
            + " back as materialized (select set_config('lock_timeout', own.s, true) s from own"
            + " where (select count(*) from taken) > 0)"
            + " select profile, lock_key, token from taken, back where back.s is not null";

    @Override
    public Map<LockKey, Long> take(Connection connection, List<LockKey> locks, Supplier<Duration> remaining)
            throws SQLException {
        long millis = Math.max(1, remaining.get().toMillis());
        return locks.size() == 1 ? one(connection, locks.get(0), millis) : all(connection, locks, millis);
    }

    private static Map<LockKey, Long> one(Connection connection, LockKey lock, long millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_ONE)) {
            statement.setString(1, millis + "ms");
            statement.setString(2, lock.profile().value());
            statement.setString(3, lock.key());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Map.of(lock, row.getLong(1));
            }
        }
    }

    private static Map<LockKey, Long> all(Connection connection, List<LockKey> locks, long millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setQueryTimeout(Math.toIntExact((millis + 999) / 1000));
            statement.setString(1, millis + "ms");
            statement.setObject(
                    2, locks.stream().map(lock -> lock.profile().value()).toArray(String[]::new));
            statement.setObject(3, locks.stream().map(LockKey::key).toArray(String[]::new));
            try (ResultSet rows = statement.executeQuery()) {
                return tokens(rows);
            }
        }
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return Set.of(LOCK_NOT_AVAILABLE, QUERY_CANCELED).contains(failure.getSQLState());
    }

    private static Map<LockKey, Long> tokens(ResultSet rows) throws SQLException {
        Map<LockKey, Long> tokens = new HashMap<>();
        while (rows.next()) {
            tokens.put(new LockKey(new ProfileId(rows.getString(1)), rows.getString(2)), rows.getLong(3));
        }
        return tokens;
    }
}
