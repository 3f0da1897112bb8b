package org.restante.transaction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How long the statements of a connection to H2 wait for locks while it is open; closed, it leaves the session's own bound as
 * it was. These are statements of their own, which go nowhere: the database is in this process.
 */
public final class H2LockTimeout implements AutoCloseable {

    private static final String LOCK_TIMEOUT = "HYT00";

    private final Connection connection;
    private final long before;

    /** Leaves the bound as it is, until it is {@link #set}. */
    public H2LockTimeout(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lock_timeout()")) {
            row.next();
            this.before = row.getLong(1);
        }
    }

    /** The statements that follow wait so long, and at least a millisecond. */
    public void set(Duration bound) throws SQLException {
        set(Math.max(1, bound.toMillis()));
    }

    /** Whether that is what the database says of a lock that was not had in time. */
    public static boolean isTimeout(SQLException failure) {
        return LOCK_TIMEOUT.equals(failure.getSQLState());
    }

    @Override
    public void close() throws SQLException {
        set(before);
    }

    private void set(long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout " + millis);
        }
    }
}
