package org.restante.system;

import static jakarta.transaction.Status.STATUS_ACTIVE;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.ForProfile;
import org.restante.dedup.Receipt;
import org.restante.entry.Namespace;
import org.restante.messaging.Deduplicated;
import org.restante.messaging.Deduplicated.Mode;
import org.restante.messaging.Handling;
import org.restante.storage.Storage;

/** Counts payments; its first transaction is rolled back in the way that the message says, once the test lets it go on. */
@JMSDestinationDefinition(
        name = "java:app/jms/payments",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "payments")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/payments"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
public class PaymentBean implements MessageListener {

    static final Namespace<Integer> PAID = Namespace.of("paid", Integer.class);

    private static final Queue<Integer> CLAIMS = new ConcurrentLinkedQueue<>();
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    @Inject
    @ForProfile("payments")
    Storage storage;

    @Inject
    Handling handling;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** From now on a payment waits until the returned latch is let down. */
    static CountDownLatch close() {
        CLAIMS.clear();
        gate = new CountDownLatch(1);
        return gate;
    }

    /** Which attempts the claims were, one for each time that the bean was run. */
    static Integer[] claims() {
        return CLAIMS.toArray(Integer[]::new);
    }

    @Override
    @Deduplicated(
            namespace = "payments",
            expression = "argument.getStringProperty('paymentId')",
            mode = Mode.INDEPENDENT,
            lease = "PT1S")
    public void onMessage(Message message) {
        try {
            CLAIMS.add(handling.claim().attempt());
            String payment = message.getStringProperty("paymentId");
            storage.put(PAID, payment, storage.get(PAID, payment, 0) + 1);
            handling.receipt(Receipt.of("paid at delivery " + message.getIntProperty("JMSXDeliveryCount")));
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has opened the gate");
            }
            if (!message.getJMSRedelivered()) {
                fail(message.getStringProperty("failure"));
            }
        } catch (JMSException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fail(String how) {
        switch (how) {
            case "throws" -> throw new IllegalStateException("failed, as this test wants it");
            case "is marked" -> transaction.setRollbackOnly();
            case "is rolled back by another thread" ->
                await().pollInSameThread()
                        .until(() -> transaction.getTransactionStatus()
                                != STATUS_ACTIVE); // what it is then, servers tell differently
            case "fails at the commit" ->
                transaction.registerInterposedSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        transaction.setRollbackOnly();
                    }

                    @Override
                    public void afterCompletion(int status) {}
                });
            default -> throw new IllegalArgumentException(how);
        }
    }
}
