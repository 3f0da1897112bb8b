package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.transaction.BoundedAnswer;

/**
 * One conditional put. A row that is there gets the version after its own; a new row begins a
 * range of versions that no row had before, so that those from before a delete do not come back.
 *
 * @param put over anything: takes a row, gives the version
 * @param insert where nothing is: takes a row, gives the version or nothing
 * @param update where something is: takes header, payload, time and key, gives the version or nothing
 * @param updateVersion where that version is: the same, and the version
 */
record PutStatement(String put, String insert, String update, String updateVersion) {

    /** What the two updates begin with, in every database. */
    static final String UPDATE = "update restante_entry set header = ?, payload = ?, version = version + 1,"
            + " updated_at = ? where profile = ? and namespace = ? and entry_key = ?";

    OptionalLong run(Connection connection, Mutation.Put mutation, long nowMicros, int timeoutSeconds)
            throws SQLException {
        Expected expected = mutation.expected();
        try (BoundedAnswer bound = BoundedAnswer.ofWrite(connection, timeoutSeconds);
                PreparedStatement statement = bound.prepare(sql(expected.kind()))) {
            switch (expected.kind()) {
                case ANYTHING, ABSENT -> Parameters.row(statement, mutation, nowMicros);
                case PRESENT, VERSION -> bindUpdate(statement, mutation, nowMicros);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? OptionalLong.of(result.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private String sql(Expected.Kind kind) {
        return switch (kind) {
            case ANYTHING -> put;
            case ABSENT -> insert;
            case PRESENT -> update;
            case VERSION -> updateVersion;
        };
    }

    private static void bindUpdate(PreparedStatement statement, Mutation.Put mutation, long nowMicros)
            throws SQLException {
        int next = Parameters.envelope(statement, 1, mutation);
        statement.setLong(next, nowMicros);
        next = Parameters.key(statement, next + 1, mutation.key());
        if (mutation.expected().kind() == Expected.Kind.VERSION) {
            statement.setLong(next, mutation.expected().version());
        }
    }
}
