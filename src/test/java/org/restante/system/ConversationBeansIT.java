package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** Beans of an EJB JAR beside Restante's, and of a WAR, that handle conversations. */
class ConversationBeansIT {

    private static final List<String> BESIDE = List.of("application-room", "handler-room", "session-room");
    private static final List<String> ALL = List.of("application-room", "handler-room", "session-room", "war-room");
    private static final String IN_TURN =
            "select coalesce(string_agg(by, ',' order by by), '') from room_effect where id = '%s'";

    private final ServerNode node = new ServerNode(
            "rooms",
            1100,
            Gateways.properties(),
            PackagedEar.open()
                    .withEjbJar(
                            "rooms.jar",
                            RoomEffects.class,
                            HandlerRoom.class,
                            ApplicationRoom.class,
                            SessionRoom.class,
                            Question.class)
                    .with(RoomServlet.class, WarRoom.class, MisplacedBean.class)
                    .file(Settings.WORK.resolve("rooms.ear")));

    @BeforeEach
    void start() {
        Database.run(Database.GATEWAYS, "create table if not exists room_effect (conversation text, id text, by text)");
        node.start();
    }

    @AfterEach
    void kill() {
        node.kill();
    }

    @Test
    @Scenario("C11")
    void eachBeanGetsItsMessagesAndWhatWaitsWhenTheServerDiesAfterItsNextStart() throws SQLException {
        post("id=first&number=1");
        await("all").until(() -> handled("first").equals(ALL));

        try (Connection held = Database.of(Database.GATEWAYS).getConnection();
                Statement statement = held.createStatement()) {
            statement.execute("select pg_advisory_lock(2)");
            post("id=second&number=2");
            post("id=third&number=3");
            await("begun")
                    .until(() -> Database.ask(
                                    Database.GATEWAYS,
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals(String.valueOf(ALL.size())));
            node.kill();
        }
        node.start();

        await("beside").until(() -> handled("third").equals(BESIDE));
        assertThat(handled("second")).isEqualTo(BESIDE);
        post("id=fourth&number=4"); // the one in the WAR is known from its first call on
        await("all").until(() -> handled("fourth").equals(ALL));
        assertThat(List.of(handled("second"), handled("third"))).containsOnly(ALL);
    }

    @Test
    void onAMessageDrivenBeanItSaysWhy() throws IOException {
        Files.writeString(node.log(), "");
        post("misplaced&id=any");

        await("log")
                .untilAsserted(
                        () -> assertThat(Files.readString(node.log()))
                                .contains(
                                        "MisplacedBean.onMessage(jakarta.jms.Message) handles no conversation: a message of JMS cannot be kept"));
    }

    private static List<String> handled(String id) {
        return List.of(Database.ask(Database.GATEWAYS, IN_TURN.formatted(id)).split(","));
    }

    private void post(String query) {
        HttpResponse<String> answer = Nodes.send(
                HttpRequest.newBuilder(node.uri(RoomServlet.PATH + "?" + query)).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(100));
    }
}
