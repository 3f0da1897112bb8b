package org.restante.chat.jpa;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;
import org.restante.transaction.BoundedAnswer;

/** One statement for many rows, sent some at a time, and behind what goes before it. */
final class RowBatch implements AutoCloseable {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int MOST_ROWS = 500;
    private static final int MOST_BYTES = 1 << 20;

    private final PreparedStatement statement;
    private final @Nullable RowBatch before;
    private int rows;
    private int bytes;

    /** @param before is sent first, each time; null where nothing is */
    RowBatch(BoundedAnswer bound, String sql, @Nullable RowBatch before) throws SQLException {
        this.before = before;
        statement = bound.prepare(sql);
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
            if (values[at] instanceof byte[] content) {
                bytes += content.length;
            }
        }
        statement.addBatch();
        rows++;
        if (rows == MOST_ROWS || bytes >= MOST_BYTES) {
            flush();
        }
    }

    /** Sends what was not sent yet. */
    void flush() throws SQLException {
        if (before != null) {
            before.flush();
        }
        if (rows > 0) {
            send();
        }
        rows = 0;
        bytes = 0;
    }

    private void send() throws SQLException {
        try {
            statement.executeBatch();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                // on H2, whose merge looks first and inserts then: as a deadlock, it is done again
                throw new SQLTransactionRollbackException("another was first", "40001", e);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
