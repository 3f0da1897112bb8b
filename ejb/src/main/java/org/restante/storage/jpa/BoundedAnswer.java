package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * While it is open, the database's answers on a connection are waited for so long and no longer; who waits longer gets an
 * {@link SQLException} and a broken connection. Closed, it leaves the connection's own bound as it was. On PostgreSQL this
 * is far cheaper than a query timeout, for which the driver wakes a thread at each statement; it suits reads, which have
 * nothing to undo. On H2, which ignores it, readers wait for locks only, and these have a bound of their own.
 */
final class BoundedAnswer implements AutoCloseable {

    private final Connection connection;
    private final int before;

    BoundedAnswer(Connection connection, int timeoutMillis) throws SQLException {
        this.connection = connection;
        this.before = connection.getNetworkTimeout();
        set(before == 0 ? timeoutMillis : Math.min(before, timeoutMillis));
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() throws SQLException {
        set(before);
    }

    private void set(int millis) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, millis);
    }
}
