package org.restante.storage.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.restante.codec.Bytes;
import org.restante.entry.EntryKey;
import org.restante.storage.Mutation;

/** Binds the values that the statements of both databases share, in the order of the columns. */
final class Parameters {

    private static final int LARGEST_ARRAY = 256 << 10;

    private Parameters() {}

    /** Three parameters: the primary key. */
    static int key(PreparedStatement statement, int first, EntryKey key) throws SQLException {
        statement.setString(first, key.profile().value());
        statement.setString(first + 1, key.namespace());
        statement.setString(first + 2, key.key());
        return first + 3;
    }

    /** Three parameters: primary keys, one array for each column. */
    static void keys(PreparedStatement statement, int first, List<EntryKey> keys) throws SQLException {
        statement.setObject(
                first, keys.stream().map(key -> key.profile().value()).toArray(String[]::new));
        statement.setObject(first + 1, keys.stream().map(EntryKey::namespace).toArray(String[]::new));
        statement.setObject(first + 2, keys.stream().map(EntryKey::key).toArray(String[]::new));
    }

    /** Two parameters: header and payload. */
    static int envelope(PreparedStatement statement, int first, Mutation.Put put) throws SQLException {
        statement.setBytes(first, put.envelope().header());
        payload(statement, first + 1, put.envelope().payload());
        return first + 2;
    }

    /** Drivers copy an array whole, and PostgreSQL's reads a stream in small parts. */
    private static void payload(PreparedStatement statement, int at, Bytes payload) throws SQLException {
        if (payload.length() <= LARGEST_ARRAY) {
            statement.setBytes(at, payload.toArray());
        } else {
            statement.setBinaryStream(at, payload.stream(), payload.length());
        }
    }

    /** Six parameters: a row as it is inserted, without its version, which the database gives. */
    static void row(PreparedStatement statement, Mutation.Put put, long nowMicros) throws SQLException {
        int next = envelope(statement, key(statement, 1, put.key()), put);
        statement.setLong(next, nowMicros);
    }
}
