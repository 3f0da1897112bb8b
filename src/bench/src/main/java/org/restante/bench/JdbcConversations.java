package org.restante.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Hand-written JDBC: one statement that takes a lock with a lease and a token, and one that sets it free, each committed. */
final class JdbcConversations implements ConversationWay {

    private static final long LEASE_MICROS = 30_000_000;

    private final DataSource pool;

    JdbcConversations(DataSource pool) {
        this.pool = pool;
    }

    static void createTable(DataSource pool) throws SQLException {
        BenchServer.execute(pool, "create sequence hand_token");
        BenchServer.execute(
                pool,
                "create table hand_conversation (profile varchar(64) collate \"C\", lock_key varchar(512) collate \"C\","
                        + " owner varchar(512) not null, token bigint not null, lease_until bigint not null,"
                        + " primary key (profile, lock_key)) with (fillfactor = 70)");
    }

    @Override
    public void take(String key, Runnable work) {
        try (Connection connection = pool.getConnection()) {
            long token = lock(connection, key);
            if (token > 0) {
                work.run();
                release(connection, key, token);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lock(Connection connection, String key) throws SQLException {
        long now = System.currentTimeMillis() * 1000;
        try (PreparedStatement statement = connection.prepareStatement("insert into hand_conversation as c"
                + " values (?, ?, ?, nextval('hand_token'), ?) on conflict (profile, lock_key) do update"
                + " set owner = excluded.owner, token = excluded.token, lease_until = excluded.lease_until"
                + " where c.lease_until <= ? returning token")) {
            statement.setString(1, JdbcStore.PROFILE);
            statement.setString(2, key);
            statement.setString(3, "owner");
            statement.setLong(4, now + LEASE_MICROS);
            statement.setLong(5, now);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static void release(Connection connection, String key, long token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "update hand_conversation set lease_until = 0 where profile = ? and lock_key = ? and token = ?")) {
            statement.setString(1, JdbcStore.PROFILE);
            statement.setString(2, key);
            statement.setLong(3, token);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the lock of " + key + " was lost");
            }
        }
    }
}
