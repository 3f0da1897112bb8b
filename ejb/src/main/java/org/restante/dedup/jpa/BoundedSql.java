package org.restante.dedup.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.restante.transaction.BoundedAnswer;

/**
 * Single statements on claims, each waited for so long and no longer. One that was given up and is done all the same does no
 * harm: it changes only what is as it was found.
 */
final class BoundedSql {

    private static final int SECONDS = 30;

    private BoundedSql() {}

    /** How many rows it changed. */
    static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofRepeatable(connection, SECONDS);
                PreparedStatement statement = bound.prepare(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        }
    }

    /** What its rows come to. */
    static <T> T query(Connection connection, String sql, Binding binding, Answer<T> answer) throws SQLException {
        try (BoundedAnswer bound = BoundedAnswer.ofRepeatable(connection, SECONDS);
                PreparedStatement statement = bound.prepare(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return answer.read(rows);
            }
        }
    }

    /** Gives a statement its parameters. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads the rows of a query. */
    @FunctionalInterface
    interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
