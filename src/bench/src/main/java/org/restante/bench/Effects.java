package org.restante.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What messages come to: a row each, and another row for each time that one is handled once too often. */
final class Effects {

    private final DataSource pool;
    private final String table;

    Effects(DataSource pool, String table) throws SQLException {
        this.pool = pool;
        this.table = table;
        BenchServer.execute(pool, "create table " + table + " (message text not null)");
    }

    /** As a part of that connection's transaction. */
    void insert(Connection connection, String message) {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table + " values (?)")) {
            statement.setString(1, message);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count() throws SQLException {
        return Long.parseLong(BenchServer.ask(pool, "select count(*) from " + table));
    }
}
