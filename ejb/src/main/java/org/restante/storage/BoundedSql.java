package org.restante.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.restante.transaction.BoundedAnswer;

/** Single statements, each waited for so long and no longer. */
public final class BoundedSql {

    private static final int SECONDS = 30;

    private BoundedSql() {}

    /**
     * How many rows it changed.
     *
     * @param sql which does no harm when it was given up and is done all the same: it changes only what is as it was found
     */
    public static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofRepeatable(connection, SECONDS)) {
            return changed(bound, sql, binding);
        }
    }

    /** How many rows it changed; what was given up was not done. */
    public static int write(Connection connection, String sql, Binding binding) throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofWrite(connection, SECONDS)) {
            return changed(bound, sql, binding);
        }
    }

    /**
     * What its rows come to.
     *
     * @param sql which does no harm when it was given up and is done all the same
     */
    public static <T> T query(Connection connection, String sql, Binding binding, Answer<T> answer)
            throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofRepeatable(connection, SECONDS)) {
            return answered(bound, sql, binding, answer);
        }
    }

    /** What the rows of a write come to; what was given up was not done. */
    public static <T> T writeAnd(Connection connection, String sql, Binding binding, Answer<T> answer)
            throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofWrite(connection, SECONDS)) {
            return answered(bound, sql, binding, answer);
        }
    }

    /** The parameters in their order: texts, numbers, bytes. */
    public static Binding parameters(@Nullable Object... values) {
        return statement -> {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
        };
    }

    private static int changed(BoundedAnswer bound, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = bound.prepare(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        }
    }

    private static <T> T answered(BoundedAnswer bound, String sql, Binding binding, Answer<T> answer)
            throws SQLException {
        try (PreparedStatement statement = bound.prepare(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return answer.read(rows);
            }
        }
    }

    /** Gives a statement its parameters. */
    @FunctionalInterface
    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads the rows of a query. */
    @FunctionalInterface
    public interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
