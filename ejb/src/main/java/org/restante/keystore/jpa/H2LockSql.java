package org.restante.keystore.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.restante.keystore.LockKey;
import org.restante.transaction.H2LockTimeout;

/**
 * H2: a {@code merge} for each lock, run again when another made the row first. Its bound of waiting is the session's, set
 * for the time of these statements; the database is in this process, so that they cost no round trip.
 */
final class H2LockSql implements LockSql {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_RUNS = 100;

    private static final String TAKE = "merge into restante_lock l"
            + " using (values (cast(? as varchar), cast(? as varchar))) k (profile, lock_key)"
            + " on l.profile = k.profile and l.lock_key = k.lock_key"
            + " when matched then update set lock_key = k.lock_key"
            + " when not matched then insert values (k.profile, k.lock_key)";

    @Override
    public long take(Connection connection, List<LockKey> locks, Supplier<Duration> remaining) throws SQLException {
        try (H2LockTimeout bound = new H2LockTimeout(connection)) {
            for (LockKey lock : locks) {
                bound.set(remaining.get());
                take(connection, lock);
            }
            return token(connection);
        }
    }

    @Override
    public boolean isTimeout(SQLException failure) {
        return H2LockTimeout.isTimeout(failure);
    }

    private static void take(Connection connection, LockKey lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, lock.profile().value());
            statement.setString(2, lock.key());
            for (int run = 0; run < MOST_RUNS; run++) {
                try {
                    statement.executeUpdate();
                    return;
                } catch (SQLException e) {
                    if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
        }
        throw new SQLTransactionRollbackException("another was first, " + MOST_RUNS + " times", "40001");
    }

    private static long token(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select next value for restante_lock_token")) {
            row.next();
            return row.getLong(1);
        }
    }
}
