package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.ServletContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** The ground under every test inside the server: injection, the default datasource, a queue and its bean. */
@InsideTheServer
class InsideTheServerIT {

    private static final Duration REPLY = Duration.ofSeconds(10);

    @Inject
    BeanManager beans;

    @Inject
    JMSContext messages;

    @Inject
    ServletContext tests;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Resource(lookup = "java:app/jms/echo")
    Queue echo;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.open()
                .with(InsideTheServerIT.class, EchoBean.class)
                .withLibrariesOf(Assertions.class)
                .archive();
    }

    @Test
    void beansAreInjected() {
        assertThat(beans.getBeans(EchoBean.class)).isEmpty();
        assertThat(beans.getBeans(JMSContext.class)).isNotEmpty();
    }

    @Test
    void theDefaultDatasourceIsPostgreSql() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
            assertThat(connection.getCatalog()).isEqualTo("container");
        }
    }

    @Test
    void aMessageDrivenBeanOfTheWarIsGivenItsMessages() {
        Queue replies = messages.createTemporaryQueue();

        messages.createProducer().setJMSReplyTo(replies).send(echo, "hello");

        assertThat(messages.createConsumer(replies).receiveBody(String.class, REPLY.toMillis()))
                .isEqualTo("hello");
    }

    @Test
    void theOnlyJacksonIsTheOneInTheEar() throws ClassNotFoundException {
        ClassLoader war = tests.getContext("/restante").getClassLoader();

        assertThat(war).isNotSameAs(tests.getClassLoader());
        assertThat(Class.forName("com.fasterxml.jackson.databind.ObjectMapper", false, war)
                        .getClassLoader()
                        .toString())
                .containsAnyOf(InsideTheServer.LOADERS.toArray(String[]::new));
        assertThatThrownBy(() -> Class.forName(
                        "org.jboss.resteasy.plugins.providers.jackson.ResteasyJackson2Provider", false, war))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
