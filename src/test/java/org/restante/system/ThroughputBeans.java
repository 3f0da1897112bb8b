package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.restante.messaging.Deduplicated;

/** Two beans that do the same, and each message once. */
final class ThroughputBeans {

    static final String DEDUPLICATED = "java:app/jms/throughput-deduplicated";
    static final String HAND_WRITTEN = "java:app/jms/throughput-hand-written";

    private ThroughputBeans() {}

    /** An effect in the database, and perhaps before it the row that says that the message was handled. */
    private static void effect(DataSource database, Message message, boolean once) {
        try (Connection connection = database.getConnection()) {
            String id = message.getStringProperty("id");
            if (!once || insert(connection, "insert into throughput_done values (?) on conflict do nothing", id)) {
                insert(connection, "insert into throughput_effect values (?)", message.getStringProperty("round"));
            }
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean insert(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            return statement.executeUpdate() > 0;
        }
    }

    /** By the annotation. */
    @JMSDestinationDefinition(
            name = DEDUPLICATED,
            interfaceName = "jakarta.jms.Queue",
            destinationName = "throughput-deduplicated")
    @MessageDriven(
            activationConfig = {
                @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = DEDUPLICATED),
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            })
    public static class DeduplicatedBean implements MessageListener {

        @Resource(lookup = "java:comp/DefaultDataSource")
        DataSource database;

        @Override
        @Deduplicated(namespace = "throughput", property = "id")
        public void onMessage(Message message) {
            effect(database, message, false);
        }
    }

    /** By hand. */
    @JMSDestinationDefinition(
            name = HAND_WRITTEN,
            interfaceName = "jakarta.jms.Queue",
            destinationName = "throughput-hand-written")
    @MessageDriven(
            activationConfig = {
                @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = HAND_WRITTEN),
                @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            })
    public static class HandWrittenBean implements MessageListener {

        @Resource(lookup = "java:comp/DefaultDataSource")
        DataSource database;

        @Override
        public void onMessage(Message message) {
            effect(database, message, true);
        }
    }
}
