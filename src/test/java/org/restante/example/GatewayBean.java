package org.restante.example;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Optional;
import org.restante.ForProfile;
import org.restante.Restante;
import org.restante.entry.Namespace;
import org.restante.messaging.Deduplicated;
import org.restante.storage.Storage;

/**
 * Answers each message of a contact with what the contact said before. The profile and the contact come with the message.
 * Message, memory and answer are one transaction: if anything fails, none of the three has happened. A
 * message that is delivered once more although it was handled is not answered twice.
 */
@JMSDestinationDefinition(
        name = "java:app/jms/gateway",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "gateway")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/gateway"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        })
@Deduplicated(namespace = "gateway")
public class GatewayBean implements MessageListener {

    public static final Namespace<Conversation> CONVERSATION = Namespace.of("conversation", Conversation.class);
    public static final Namespace<String> LAST_CONTACT = Namespace.of("last-contact", String.class);

    @Inject
    Restante restante;

    @Inject
    @ForProfile("gateway")
    Storage gateway;

    @Inject
    JMSContext messages;

    @Override
    public void onMessage(Message message) {
        try {
            String profile = message.getStringProperty("profile");
            String contact = message.getStringProperty("contact");
            String text = message.getBody(String.class);
            String answer = remember(restante.profile(profile).storage(), contact, text);
            gateway.put(LAST_CONTACT, profile, contact);
            messages.createProducer().send(message.getJMSReplyTo(), answer);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String remember(Storage storage, String contact, String text) {
        Optional<Conversation> before = storage.get(CONVERSATION, contact);
        int messages = before.map(Conversation::messages).orElse(0) + 1;
        storage.put(CONVERSATION, contact, new Conversation(messages, text));
        return before.map(earlier -> "Message " + messages + ". Before, you said: " + earlier.last())
                .orElse("Welcome, " + contact + ".");
    }
}
