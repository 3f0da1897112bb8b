package org.restante.messaging;

import jakarta.jms.Message;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A message of which one can ask the id, the correlation id, the type and properties, as a broker would give it. */
final class ReceivedMessage {

    private ReceivedMessage() {}

    /** @param values headers and properties by their names */
    static Message of(Map<String, Object> values) {
        InvocationHandler answers = (self, method, arguments) -> switch (method.getName()) {
            case "getJMSMessageID", "getJMSCorrelationID", "getJMSType" ->
                values.get(method.getName().substring("get".length()));
            case "getObjectProperty", "getStringProperty", "getIntProperty" -> values.get(arguments[0]);
            case "propertyExists" -> values.containsKey(arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        };
        return (Message)
                Proxy.newProxyInstance(Message.class.getClassLoader(), new Class<?>[] {Message.class}, answers);
    }
}
