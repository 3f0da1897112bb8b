package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.example.Gateway;
import org.restante.example.GatewayBean;
import org.restante.example.Memory;
import org.restante.storage.Storage;

/** The example message-driven bean, with real messages and real transactions. */
@InsideTheServer
class GatewayBeanIT {

    private static final Duration REPLY = Duration.ofSeconds(20);

    @Inject
    Restante restante;

    @Inject
    JMSContext messages;

    @Resource(lookup = "java:app/jms/gateway")
    Queue gateway;

    @Resource(lookup = "java:app/jms/answers")
    Queue answers;

    @Resource(lookup = "java:app/jms/stumbling")
    Queue stumbling;

    private final String profile = "gateway-" + UUID.randomUUID();

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.open()
                .with(GatewayBeanIT.class, StumblingBean.class)
                .withPackagesOf(GatewayBean.class)
                .withLibrariesOf(Assertions.class, Awaitility.class, Matchers.class)
                .archive();
    }

    @Test
    void remembersFromMessageToMessage() throws JMSException {
        assertThat(ask("alice", "hello")).isEqualTo("Welcome, alice.");
        assertThat(ask("alice", "again")).isEqualTo("Message 2. Before, you said: hello");
        assertThat(ask("bob", "hi")).isEqualTo("Welcome, bob.");
        assertThat(storage().get(Gateway.CONVERSATION, "alice")).contains(new Memory(2, "again"));
        assertThat(restante.profile("gateway").storage().get(Gateway.LAST_CONTACT, profile))
                .contains("bob");
    }

    @Test
    void eachMessageTakesTheSessionOneStepOnAndItsAnswerIsKeptToBeSentAgain() throws JMSException {
        assertThat(ask("dave", "hello")).isEqualTo("Welcome, dave.");
        byte[] first = session("dave");
        String id = send("dave", "again");

        await().atMost(REPLY)
                .until(() -> restante.profile(profile).retryCache().get(id).isPresent());
        assertThat(restante.profile(profile).retryCache().get(id))
                .hasValueSatisfying(entry ->
                        assertThat(entry.message()).asString().isEqualTo("Message 2. Before, you said: hello"));
        await().atMost(REPLY).untilAsserted(() -> assertThat(session("dave")).isNotEqualTo(first));
    }

    private byte[] session(String contact) {
        return storage().get(Namespaces.SESSION, contact).orElseThrow();
    }

    @Test
    void rolledBackWorkLeavesNothing() {
        StumblingBean.reset();
        producer("carol").send(stumbling, "put, then fail");

        await().atMost(REPLY).until(StumblingBean::wasCalledAgain);
        assertThat(StumblingBean.foundAtRedelivery()).isEmpty();
        await().atMost(REPLY)
                .until(() -> storage().get(Gateway.CONVERSATION, "carol").isPresent());
        assertThat(storage().get(Gateway.CONVERSATION, "carol")).contains(new Memory(2, "second delivery"));
    }

    /** The text of the answer. */
    private String ask(String contact, String text) throws JMSException {
        String id = send(contact, text);
        return messages.createConsumer(answers, "JMSCorrelationID = '" + id + "'")
                .receiveBody(String.class, REPLY.toMillis());
    }

    /** The id of the message. */
    private String send(String contact, String text) throws JMSException {
        TextMessage message = messages.createTextMessage(text);
        producer(contact).send(gateway, message);
        return message.getJMSMessageID();
    }

    private JMSProducer producer(String contact) {
        return messages.createProducer().setProperty("profile", profile).setProperty("contact", contact);
    }

    private Storage storage() {
        return restante.profile(profile).storage();
    }
}
