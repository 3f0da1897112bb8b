package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.example.Conversation;
import org.restante.example.GatewayBean;
import org.restante.storage.Storage;

/** The example message-driven bean, with real messages and real transactions. */
@ArquillianTest
class GatewayBeanIT {

    private static final Duration REPLY = Duration.ofSeconds(20);

    @Inject
    Restante restante;

    @Inject
    JMSContext messages;

    @Resource(lookup = "java:app/jms/gateway")
    Queue gateway;

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
    void remembersFromMessageToMessage() {
        assertThat(ask("alice", "hello")).isEqualTo("Welcome, alice.");
        assertThat(ask("alice", "again")).isEqualTo("Message 2. Before, you said: hello");
        assertThat(ask("bob", "hi")).isEqualTo("Welcome, bob.");
        assertThat(storage().get(GatewayBean.CONVERSATION, "alice")).contains(new Conversation(2, "again"));
        assertThat(restante.profile("gateway").storage().get(GatewayBean.LAST_CONTACT, profile))
                .contains("bob");
    }

    @Test
    void rolledBackWorkLeavesNothing() {
        StumblingBean.reset();
        producer("carol").send(stumbling, "put, then fail");

        await().atMost(REPLY).until(StumblingBean::wasCalledAgain);
        assertThat(StumblingBean.foundAtRedelivery()).isEmpty();
        await().atMost(REPLY)
                .until(() -> storage().get(GatewayBean.CONVERSATION, "carol").isPresent());
        assertThat(storage().get(GatewayBean.CONVERSATION, "carol")).contains(new Conversation(2, "second delivery"));
    }

    private String ask(String contact, String text) {
        Queue replies = messages.createTemporaryQueue();
        producer(contact).setJMSReplyTo(replies).send(gateway, text);
        return messages.createConsumer(replies).receiveBody(String.class, REPLY.toMillis());
    }

    private JMSProducer producer(String contact) {
        return messages.createProducer().setProperty("profile", profile).setProperty("contact", contact);
    }

    private Storage storage() {
        return restante.profile(profile).storage();
    }
}
