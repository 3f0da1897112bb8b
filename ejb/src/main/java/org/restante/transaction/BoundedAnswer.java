package org.restante.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * While it is open, the database's answers on a connection are waited for so long and no longer; who waits longer gets an
 * {@link SQLException} and a broken connection. Closed, it leaves the connection's own bound as it was. On PostgreSQL this
 * is far cheaper than a query timeout, for which the driver wakes a thread at each statement. It suits reads, which have
 * nothing to undo, writes of a transaction, which ends with its connection, and writes that can be repeated. Any other write
 * that commits by itself has a query timeout, after which the database says what became of it. On H2, which ignores the
 * bound of an answer, one waits for locks only, and these have a bound of their own.
 */
public final class BoundedAnswer implements AutoCloseable {

    private final Connection connection;
    private final int queryTimeoutSeconds;
    private final int before;

    private BoundedAnswer(Connection connection, int millis, int queryTimeoutSeconds) throws SQLException {
        this.connection = connection;
        this.queryTimeoutSeconds = queryTimeoutSeconds;
        this.before = connection.getNetworkTimeout();
        set(before == 0 ? millis : Math.min(before, millis));
    }

    /** For reads. */
    public static BoundedAnswer ofRead(Connection connection, int seconds) throws SQLException {
        return new BoundedAnswer(connection, seconds * 1000, 0);
    }

    /** For a write that does no harm when it is done after it was given up, and can be done again: that of a token, say. */
    public static BoundedAnswer ofRepeatable(Connection connection, int seconds) throws SQLException {
        return ofRead(connection, seconds);
    }

    /** For a write, in a transaction or by itself. */
    public static BoundedAnswer ofWrite(Connection connection, int seconds) throws SQLException {
        return connection.getAutoCommit()
                ? new BoundedAnswer(connection, 0, seconds)
                : new BoundedAnswer(connection, seconds * 1000, 0);
    }

    /** A statement whose answer is waited for so long. */
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        if (queryTimeoutSeconds > 0) {
            statement.setQueryTimeout(queryTimeoutSeconds);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        set(before);
    }

    private void set(int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }
}
