package org.restante.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on a connection of its own, outside any transaction. */
final class AutoCommit {

    private AutoCommit() {}

    static <T> T run(DataSource dataSource, Transactions.SqlWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (connection.getAutoCommit()) {
                return work.run(connection);
            }
            return commitAfter(connection, work);
        }
    }

    /** For pools whose connections do not commit by themselves. */
    private static <T> T commitAfter(Connection connection, Transactions.SqlWork<T> work) throws SQLException {
        try {
            T result = work.run(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }
}
