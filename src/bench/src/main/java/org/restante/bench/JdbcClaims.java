package org.restante.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Hand-written: the key is inserted and committed, then the receipt updated and committed. Knows no message in flight. */
final class JdbcClaims implements ClaimWay {

    static final String NAMESPACE = "bench";
    static final byte[] RECEIPT = new byte[16];

    private final DataSource pool;
    private final String insert;
    private final String update;

    JdbcClaims(DataSource pool, String table) throws SQLException {
        this.pool = pool;
        this.insert = "insert into " + table + " (namespace, key) values (?, ?) on conflict do nothing";
        this.update = "update " + table + " set receipt = ? where namespace = ? and key = ?";
        BenchServer.execute(
                pool,
                "create table " + table + " (namespace text not null, key text not null, receipt bytea,"
                        + " primary key (namespace, key))");
    }

    @Override
    public boolean handle(String key, Runnable work) {
        boolean claimed = claim(key);
        if (claimed) {
            work.run();
            on(pool, connection -> complete(connection, key));
        }
        return claimed;
    }

    /** The first commit, and all that there is of it for who keeps no receipt. */
    boolean claim(String key) {
        boolean[] claimed = new boolean[1];
        on(pool, connection -> claimed[0] = bound(connection, insert, key) > 0);
        return claimed[0];
    }

    /** Writes the receipt as a part of that connection's transaction. */
    void complete(Connection connection, String key) {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(1, RECEIPT);
            statement.setString(2, NAMESPACE);
            statement.setString(3, key);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("lost: " + key);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int bound(Connection connection, String sql, String key) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, NAMESPACE);
            statement.setString(2, key);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void on(DataSource pool, Consumer<Connection> work) {
        try (Connection connection = pool.getConnection()) {
            work.accept(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
