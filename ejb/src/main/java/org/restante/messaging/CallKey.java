package org.restante.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which key a call has, by what its method says. */
final class CallKey {

    private static final String MESSAGE_ID = "JMSMessageID";

    private CallKey() {}

    /**
     * The key, of at least one character.
     *
     * @throws MissingKeyException when the call has none
     * @throws IllegalArgumentException when what the method says makes no sense for the call
     */
    static String of(Deduplicated how, List<@Nullable Object> arguments) {
        if (!how.expression().isEmpty()) {
            if (!how.property().isEmpty()) {
                throw new IllegalArgumentException("property and expression exclude each other");
            }
            return Expression.present(Expression.evaluated(how.expression(), arguments), how.expression());
        }
        String name = how.property().isEmpty() ? MESSAGE_ID : how.property();
        if (first(arguments) instanceof Message message) {
            return Expression.present(property(message, name), name);
        }
        throw new IllegalArgumentException("without an expression the first argument must be a JMS message");
    }

    static @Nullable Object first(List<@Nullable Object> arguments) {
        return arguments.isEmpty() ? null : arguments.get(0);
    }

    private static @Nullable Object property(Message message, String name) {
        try {
            return switch (name) {
                case MESSAGE_ID -> message.getJMSMessageID();
                case "JMSCorrelationID" -> message.getJMSCorrelationID();
                case "JMSType" -> message.getJMSType();
                default -> message.getObjectProperty(name);
            };
        } catch (JMSException e) {
            throw new IllegalStateException("the message does not tell its " + name, e);
        }
    }
}
