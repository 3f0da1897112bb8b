package org.restante.system;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What both beans do with a message. */
final class ThroughputWork {

    private ThroughputWork() {}

    /** An effect in the database. */
    static void effect(DataSource database, Message message) {
        try (Connection connection = database.getConnection()) {
            effect(connection, message);
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, behind the row that says that the message was handled. */
    static void effectOnce(DataSource database, Message message) {
        try (Connection connection = database.getConnection()) {
            String id = message.getStringProperty("id");
            if (insert(connection, "insert into throughput_done values (?) on conflict do nothing", id)) {
                effect(connection, message);
            }
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void effect(Connection connection, Message message) throws JMSException, SQLException {
        insert(connection, "insert into throughput_effect values (?)", message.getStringProperty("round"));
    }

    private static boolean insert(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            return statement.executeUpdate() > 0;
        }
    }
}
