package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.storage.StoredEntry;
import org.restante.time.Micros;
import org.restante.transaction.BoundedAnswer;

/**
 * The read of one entry, the most frequent of all operations. In SQL that every database understands: through JPA it had
 * half the throughput.
 */
final class SingleRead {

    private static final String SELECT = "select header, payload, version, updated_at from restante_entry"
            + " where profile = ? and namespace = ? and entry_key = ?";

    private final EntryKey key;
    private final int timeoutSeconds;

    SingleRead(EntryKey key, int timeoutSeconds) {
        this.key = key;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The entry under its key, or nothing. */
    Map<EntryKey, StoredEntry> run(Connection connection) throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofRead(connection, timeoutSeconds);
                PreparedStatement statement = bound.prepare(SELECT)) {
            Parameters.key(statement, 1, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Map.of(key, entry(result)) : Map.of();
            }
        }
    }

    /** The entry of a row that begins with header, payload, version and updated_at. */
    static StoredEntry entry(ResultSet row) throws SQLException {
        Envelope envelope = new Envelope(row.getBytes(1), row.getBytes(2));
        return new StoredEntry(envelope, row.getLong(3), Micros.toInstant(row.getLong(4)));
    }
}
