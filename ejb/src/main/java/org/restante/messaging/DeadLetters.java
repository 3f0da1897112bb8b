package org.restante.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Puts messages on other queues, in the caller's transaction, through the server's default connection. Thread-safe. */
public final class DeadLetters {

    /** The property that says why a message was put there. */
    public static final String REASON = "RestanteDeadLetterReason";

    /** The property with the id that the message had. */
    public static final String ORIGINAL_ID = "RestanteOriginalMessageID";

    private static final String CONNECTIONS = "java:comp/DefaultJMSConnectionFactory";

    /** Those that belong to a message wherever it is; all other JMSX properties are set by whoever delivers it. */
    private static final List<String> GROUP = List.of("JMSXGroupID", "JMSXGroupSeq");

    /**
     * Puts the message there: the same body, correlation id, type, reply destination, priority and properties, and two more.
     *
     * @param message one that was received; it loses its headers
     * @param queue the JNDI name
     */
    void put(@Nullable Message message, String queue, String reason) {
        if (message == null) {
            throw new IllegalArgumentException("no message");
        }
        ConnectionFactory connections = find(CONNECTIONS);
        Destination destination = find(queue);
        try (JMSContext context = connections.createContext()) {
            int priority = message.getJMSPriority();
            annotate(message, reason);
            context.createProducer().setPriority(priority).send(destination, message);
        } catch (JMSException e) {
            throw new IllegalStateException("the message could not be put on " + queue, e);
        }
    }

    /** Properties of a received message can be set only after all were cleared; the body stays. */
    private static void annotate(Message message, String reason) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : names(message)) {
            if (!name.startsWith("JMSX") || GROUP.contains(name)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        properties.put(REASON, reason);
        if (message.getJMSMessageID() != null) {
            properties.put(ORIGINAL_ID, message.getJMSMessageID());
        }
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }

    private static List<String> names(Message message) throws JMSException {
        List<String> names = new ArrayList<>();
        for (Enumeration<?> all = message.getPropertyNames(); all.hasMoreElements(); ) {
            names.add(all.nextElement().toString());
        }
        return names;
    }

    @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"}) // names of the application's own annotations
    private static <T> T find(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("nothing is bound to " + name, e);
        }
    }
}
