package org.restante.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hand-written JDBC: the same statements and nothing around them. */
final class JdbcStore implements Store {

    static final String PROFILE = "bench";
    static final String NAMESPACE = "session";
    static final byte[] HEADER = "R  application/octet-stream CRC.".getBytes(StandardCharsets.US_ASCII);

    private final DataSource pool;
    private final String table;
    private final String upsert;
    private final String select;

    JdbcStore(DataSource pool, String table) {
        this.pool = pool;
        this.table = table;
        this.upsert = "insert into " + table
                + " as e (profile, namespace, entry_key, header, payload, version, updated_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (profile, namespace, entry_key) do update"
                + " set header = excluded.header, payload = excluded.payload,"
                + " version = e.version + 1, updated_at = excluded.updated_at";
        this.select = "select header, payload, version, updated_at from " + table
                + " where profile = ? and namespace = ? and entry_key = ?";
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public void put(String key, byte[] value) {
        try (Connection connection = pool.getConnection()) {
            put(connection, key, value);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts as a part of that connection's transaction. */
    void put(Connection connection, String key, byte[] value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert + " returning version")) {
            bind(statement, key, value);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next() || result.getLong(1) <= 0) {
                    throw new IllegalStateException("no version");
                }
            }
        }
    }

    @Override
    public byte @Nullable [] get(String key) {
        try (Connection connection = pool.getConnection()) {
            return get(connection, key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gets as a part of that connection's transaction. */
    byte @Nullable [] get(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, PROFILE);
            statement.setString(2, NAMESPACE);
            statement.setString(3, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? row(result) : null;
            }
        }
    }

    /** Reads and writes in one transaction. */
    void change(String key, Function<byte @Nullable [], byte[]> next) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            put(connection, key, next.apply(get(connection, key)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void putAll(SortedMap<String, byte[]> values) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                for (Map.Entry<String, byte[]> entry : values.entrySet()) {
                    bind(statement, entry.getKey(), entry.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] row(ResultSet result) throws SQLException {
        if (result.getBytes(1).length != HEADER.length || result.getLong(3) <= 0 || result.getLong(4) <= 0) {
            throw new IllegalStateException("another row");
        }
        return result.getBytes(2);
    }

    private static void bind(PreparedStatement statement, String key, byte[] value) throws SQLException {
        long now = System.currentTimeMillis() * 1000;
        statement.setString(1, PROFILE);
        statement.setString(2, NAMESPACE);
        statement.setString(3, key);
        statement.setBytes(4, HEADER);
        statement.setBytes(5, value);
        statement.setLong(6, now);
        statement.setLong(7, now);
    }
}
