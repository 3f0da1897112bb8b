package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.restante.ForProfile;
import org.restante.dedup.Receipt;
import org.restante.entry.Namespace;
import org.restante.messaging.Deduplicated;
import org.restante.messaging.Deduplicated.OnDuplicate;
import org.restante.messaging.Handling;
import org.restante.storage.Storage;

/** Counts how often each order has been placed, in the transaction of its message, and fails as often as the message says. */
@JMSDestinationDefinition(name = "java:app/jms/orders", interfaceName = "jakarta.jms.Queue", destinationName = "orders")
@JMSDestinationDefinition(
        name = "java:app/jms/orders-dead",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "ordersDead")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/orders"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
@Deduplicated(
        namespace = "orders",
        property = "orderId",
        onDuplicate = OnDuplicate.RECEIPT,
        maxAttempts = 3,
        deadLetterQueue = "java:app/jms/orders-dead")
public class OrderBean implements MessageListener {

    static final Namespace<Integer> PLACED = Namespace.of("placed", Integer.class);

    private static final Queue<Seen> SEEN = new ConcurrentLinkedQueue<>();

    @Inject
    @ForProfile("orders")
    Storage storage;

    @Inject
    Handling handling;

    @Inject
    JMSContext messages;

    /** What a delivery has found. */
    record Seen(String order, int claim, int attempt, int placedBefore) {}

    /** What the deliveries of that order have found. */
    static Seen[] seen(String order) {
        return SEEN.stream().filter(one -> one.order().equals(order)).toArray(Seen[]::new);
    }

    @Override
    public void onMessage(Message message) {
        try {
            String order = message.getStringProperty("orderId");
            int before = storage.get(PLACED, order, 0);
            SEEN.add(new Seen(order, handling.claim().attempt(), handling.attempt(), before));
            storage.put(PLACED, order, before + 1);
            if (handling.attempt() <= message.getIntProperty("failures")) {
                throw new IllegalStateException("failed, as this test wants it");
            }
            String receipt = "confirmation of " + message.getJMSMessageID();
            handling.receipt(Receipt.of(receipt));
            messages.createProducer().send(message.getJMSReplyTo(), receipt);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
