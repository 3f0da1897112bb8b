package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.example.Gateway;
import org.restante.example.Memory;
import org.restante.storage.Storage;

/** Stores, then fails, at the first delivery; at the second it looks for what the first has left, and stores for good. */
@JMSDestinationDefinition(
        name = "java:app/jms/stumbling",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "stumbling")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/stumbling"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
public class StumblingBean implements MessageListener {

    private static final AtomicReference<@Nullable Optional<Memory>> FOUND = new AtomicReference<>();

    @Inject
    Restante restante;

    static void reset() {
        FOUND.set(null);
    }

    static boolean wasCalledAgain() {
        return FOUND.get() != null;
    }

    static Optional<Memory> foundAtRedelivery() {
        Optional<Memory> found = FOUND.get();
        if (found == null) {
            throw new IllegalStateException("not delivered again yet");
        }
        return found;
    }

    @Override
    public void onMessage(Message message) {
        try {
            Storage storage =
                    restante.profile(message.getStringProperty("profile")).storage();
            String contact = message.getStringProperty("contact");
            if (message.getJMSRedelivered()) {
                FOUND.set(storage.get(Gateway.CONVERSATION, contact));
                storage.put(Gateway.CONVERSATION, contact, new Memory(2, "second delivery"));
                return;
            }
            storage.put(Gateway.CONVERSATION, contact, new Memory(1, "first delivery"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("stumbled, as this test wants it");
    }
}
