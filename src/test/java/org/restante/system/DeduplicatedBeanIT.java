package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.DedupNamespace;
import org.restante.ForProfile;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.messaging.DeadLetters;
import org.restante.storage.Storage;
import org.restante.system.OrderBean.Seen;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;

/** Deduplicated beans with real messages, a real broker and real transactions. */
@InsideTheServer
class DeduplicatedBeanIT {

    private static final Duration REPLY = Duration.ofSeconds(20);

    @Inject
    JMSContext messages;

    @Inject
    QuotesBean quotes;

    @Inject
    @DedupNamespace("orders")
    DedupCache orderKeys;

    @Inject
    @DedupNamespace("payments")
    DedupCache paymentKeys;

    @Inject
    @ForProfile("orders")
    Storage orderStorage;

    @Inject
    @ForProfile("payments")
    Storage paymentStorage;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Resource(lookup = "java:app/jms/orders")
    Queue orders;

    @Resource(lookup = "java:app/jms/orders-dead")
    Queue deadOrders;

    @Resource(lookup = "java:app/jms/payments")
    Queue payments;

    private final String key = UUID.randomUUID().toString();

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.open()
                .with(DeduplicatedBeanIT.class, OrderBean.class, PaymentBean.class, QuotesBean.class)
                .with(StoredReplies.class, Scenario.class, Sql.class)
                .withLibrariesOf(Assertions.class, Awaitility.class, Matchers.class)
                .archive();
    }

    @Test
    @Scenario("D14")
    void aMessageThatComesThreeTimesHasItsEffectOnceAndTheSameReply() {
        Queue replies = messages.createTemporaryQueue();
        for (int i = 0; i < 3; i++) {
            order(replies, 0);
        }

        try (JMSConsumer consumer = messages.createConsumer(replies)) {
            String first = consumer.receiveBody(String.class, REPLY.toMillis());
            assertThat(first).startsWith("confirmation of ID:");
            assertThat(consumer.receiveBody(String.class, REPLY.toMillis())).isEqualTo(first);
            assertThat(consumer.receiveBody(String.class, REPLY.toMillis())).isEqualTo(first);
            assertThat(orderKeys.lookup(key).map(Completed.class::cast))
                    .hasValueSatisfying(done -> assertThat(done.receipt()).isEqualTo(Receipt.of(first)));
        }
        assertThat(orderStorage.get(OrderBean.PLACED, key)).contains(1);
        assertThat(OrderBean.seen(key)).hasSize(1);
    }

    @Test
    @Scenario({"D12", "D14"})
    void whatARollbackUndoesIncludesTheClaimAndTheRedeliveryIsHandled() {
        Queue replies = messages.createTemporaryQueue();
        order(replies, 2);

        try (JMSConsumer consumer = messages.createConsumer(replies)) {
            assertThat(consumer.receiveBody(String.class, REPLY.toMillis())).startsWith("confirmation");
        }
        assertThat(OrderBean.seen(key))
                .containsExactly(new Seen(key, 1, 1, 0), new Seen(key, 1, 2, 0), new Seen(key, 1, 3, 0));
        assertThat(orderStorage.get(OrderBean.PLACED, key)).contains(1);
    }

    @Test
    @Scenario("D14")
    void aMessageThatWasHandledTooOftenIsADeadLetterAndItsKeyIsFree() throws JMSException {
        String id = order(messages.createTemporaryQueue(), 99);

        try (JMSConsumer consumer = messages.createConsumer(deadOrders)) {
            Message dead = consumer.receive(REPLY.toMillis());
            assertThat(dead.getBody(String.class)).isEqualTo("an order");
            assertThat(dead.getStringProperty("orderId")).isEqualTo(key);
            assertThat(dead.getIntProperty("failures")).isEqualTo(99);
            assertThat(dead.getStringProperty(DeadLetters.ORIGINAL_ID)).isEqualTo(id);
            assertThat(dead.getStringProperty(DeadLetters.REASON)).contains("at most 3 times");
        }
        assertThat(OrderBean.seen(key)).hasSize(3);
        assertThat(orderStorage.get(OrderBean.PLACED, key)).isEmpty();
        await().atMost(REPLY).until(() -> orderKeys.lookup(key).isEmpty());
    }

    @Test
    @Scenario("D13")
    void anIndependentClaimIsThereBeforeTheWorkIsAndOutlivesItsRollback() {
        CountDownLatch gate = pay("fails at the commit");

        await().atMost(REPLY).until(() -> PaymentBean.claims().length == 1);
        assertThat(paymentKeys.lookup(key)).containsInstanceOf(InFlight.class);
        assertThat(paymentStorage.get(PaymentBean.PAID, key)).isEmpty();
        gate.countDown();

        awaitPaid();
        assertThat(PaymentBean.claims()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "is marked"})
    @Scenario("D14")
    void anIndependentClaimOfWorkThatFailsIsReleased(String failure) {
        pay(failure).countDown();

        awaitPaid();
        assertThat(PaymentBean.claims()).containsExactly(1, 1);
    }

    @Test
    void whoLosesItsClaimHasItsTransactionRolledBackWhileItIsRunning() {
        CountDownLatch gate = pay("is rolled back by another thread");

        await().atMost(REPLY).until(() -> PaymentBean.claims().length == 1);
        Sql.run(database, "delete from restante_dedup where namespace = 'payments' and dedup_key = '" + key + "'");
        gate.countDown();

        awaitPaid();
        assertThat(PaymentBean.claims()).containsExactly(1, 1);
    }

    @Test
    void theResultOfTheFirstCallIsGivenToTheOthers() {
        Map<String, String> headers = Map.of("request", key);
        QuotesBean.Quote first = quotes.quote(List.of("a", "b"), headers);

        assertThat(quotes.quote(List.of("other"), headers)).isEqualTo(first);
        assertThat(quotes.quote(List.of("c"), Map.of("request", "other " + key)))
                .isNotEqualTo(first);
    }

    @Test
    void theTransactionOfAnInterceptorCanBeJoined() {
        assertThat(quotes.inTransaction(key)).isEqualTo(quotes.inTransaction(key));
        assertThatThrownBy(() -> quotes.withoutTransaction("none " + key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QuotesBean.withoutTransaction(")
                .hasMessageContaining("transaction");
    }

    private void awaitPaid() {
        await().atMost(REPLY).until(() -> paymentKeys.lookup(key).stream().anyMatch(Completed.class::isInstance));
        assertThat(paymentKeys.lookup(key).map(Completed.class::cast).map(Completed::receipt))
                .contains(Receipt.of("paid at delivery 2"));
        assertThat(paymentStorage.get(PaymentBean.PAID, key)).contains(1);
    }

    /** The id of the message. */
    private String order(Queue replies, int failures) {
        Message message = messages.createTextMessage("an order");
        messages.createProducer()
                .setProperty("orderId", key)
                .setProperty("failures", failures)
                .setJMSReplyTo(replies)
                .send(orders, message);
        try {
            return message.getJMSMessageID();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a payment that waits for the latch. */
    private CountDownLatch pay(String failure) {
        CountDownLatch gate = PaymentBean.close();
        messages.createProducer()
                .setProperty("paymentId", key)
                .setProperty("failure", failure)
                .send(payments, "a payment");
        return gate;
    }
}
