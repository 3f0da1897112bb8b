package org.restante.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.util.Optional;
import org.restante.ForProfile;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.keystore.KeyTransaction;
import org.restante.messaging.Conversation;
import org.restante.retry.RetryEntry;
import org.restante.storage.Storage;

/**
 * Answers each message of a contact with what the contact said before, one message of a contact after the other, on whichever
 * node. Session, memory and answer are one transaction: if anything fails, none of the three has happened, and the message is
 * answered later. One that is delivered once more is not answered twice.
 */
@ApplicationScoped
public class Gateway {

    public static final Namespace<Memory> CONVERSATION = Namespace.of("conversation", Memory.class);
    public static final Namespace<String> LAST_CONTACT = Namespace.of("last-contact", String.class);

    @Inject
    Restante restante;

    @Inject
    @ForProfile("gateway")
    Storage gateway;

    @Inject
    JMSContext messages;

    @Resource(lookup = "java:app/jms/answers")
    Queue answers;

    /** Keeps the message and comes back; called again when it is its turn. */
    @Conversation(
            name = "gateway",
            profileExpression = "argument.profile()",
            key = "argument.contact()",
            id = "argument.id()")
    public void answer(Incoming message) {
        Thinking.about(message.text());
        Profile profile = restante.profile(message.profile());
        String answer = profile.keyStore().transaction(message.contact(), keys -> {
            keys.put(
                    Namespaces.SESSION,
                    message.contact(),
                    Ratchet.next(keys.get(Namespaces.SESSION, message.contact())));
            return remember(keys, message);
        });
        gateway.put(LAST_CONTACT, message.profile(), message.contact());
        messages.createProducer().setJMSCorrelationID(message.id()).send(answers, answer);
        profile.retryCache() // should the contact ask for it once more
                .put(
                        message.id(),
                        new RetryEntry(message.contact(), answer.getBytes(UTF_8), System.currentTimeMillis()));
    }

    private static String remember(KeyTransaction keys, Incoming message) {
        Optional<Memory> before = keys.get(CONVERSATION, message.contact());
        int messages = before.map(Memory::messages).orElse(0) + 1;
        keys.put(CONVERSATION, message.contact(), new Memory(messages, message.text()));
        return before.map(earlier -> "Message " + messages + ". Before, you said: " + earlier.last())
                .orElse("Welcome, " + message.contact() + ".");
    }
}
