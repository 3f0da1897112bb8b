package org.restante.keystore.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.restante.entry.ProfileId;
import org.restante.keystore.LockKey;

/**
 * PostgreSQL: one insert that becomes an update where the row is there. It locks the rows in the order in which they come,
 * and sets the transaction's {@code lock_timeout} before the first, since the server has no bound of its own. A single lock,
 * the usual case, does without the arrays and their order, which cost about a twelfth of the statement.
 */
final class PostgresLockSql implements LockSql {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String INSERT = "with t as materialized (select set_config('lock_timeout', ?, true) s)"
            + " insert into restante_lock as l (profile, lock_key, token)";
    private static final String OR_RAISE = " on conflict (profile, lock_key) do update set token = l.token + 1";

    private static final String TAKE_ONE =
            INSERT + " select ?, ?, 1 from t where t.s is not null" + OR_RAISE + " returning token";

    private static final String TAKE = INSERT + " select k.profile, k.lock_key, 1 from t,"
            + " unnest(?::text[], ?::text[]) with ordinality k (profile, lock_key, n)"
            + " where t.s is not null order by k.n" + OR_RAISE
            + " returning profile, lock_key, token";

    @Override
    public Map<LockKey, Long> take(Connection connection, List<LockKey> locks, Duration wait) throws SQLException {
        return locks.size() == 1 ? one(connection, locks.get(0), wait) : all(connection, locks, wait);
    }

    private static Map<LockKey, Long> one(Connection connection, LockKey lock, Duration wait) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_ONE)) {
            statement.setString(1, milliseconds(wait));
            statement.setString(2, lock.profile().value());
            statement.setString(3, lock.key());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Map.of(lock, row.getLong(1));
            }
        }
    }

    private static Map<LockKey, Long> all(Connection connection, List<LockKey> locks, Duration wait)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, milliseconds(wait));
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
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    private static String milliseconds(Duration wait) {
        return Math.max(1, wait.toMillis()) + "ms";
    }

    private static Map<LockKey, Long> tokens(ResultSet rows) throws SQLException {
        Map<LockKey, Long> tokens = new HashMap<>();
        while (rows.next()) {
            tokens.put(new LockKey(new ProfileId(rows.getString(1)), rows.getString(2)), rows.getLong(3));
        }
        return tokens;
    }
}
