package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import org.restante.messaging.Duplicate;

/** Sends the stored reply to whoever sent the duplicate. */
@ApplicationScoped
public class StoredReplies {

    @Inject
    JMSContext messages;

    void again(@Observes Duplicate duplicate) throws JMSException {
        if (duplicate.argument() instanceof Message message) {
            String reply = new String(duplicate.receipt().bytes(), StandardCharsets.UTF_8);
            messages.createProducer().send(message.getJMSReplyTo(), reply);
        }
    }
}
