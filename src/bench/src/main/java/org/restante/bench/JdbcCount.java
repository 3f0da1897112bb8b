package org.restante.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Hand-written JDBC: the row of the lock is selected for update, and then the entry read and written before the commit. */
final class JdbcCount implements LockedCount {

    private final DataSource pool;
    private final JdbcStore entries;

    JdbcCount(DataSource pool, JdbcStore entries) {
        this.pool = pool;
        this.entries = entries;
    }

    /** Makes the rows of locks that it needs: it does not make them by itself. */
    void prepare(Collection<String> keys) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into hand_lock select ?, unnest(?::text[]), 1 on conflict do nothing")) {
            statement.setString(1, JdbcStore.PROFILE);
            statement.setObject(2, keys.toArray(String[]::new));
            statement.execute();
        }
    }

    @Override
    public void count(String key, Runnable locked) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            lock(connection, key);
            locked.run();
            entries.put(connection, key, Counters.next(entries.get(connection, key)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void lock(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select token from hand_lock where profile = ? and lock_key = ? for update")) {
            statement.setString(1, JdbcStore.PROFILE);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no lock " + key);
                }
            }
        }
    }
}
