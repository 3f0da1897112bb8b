package org.restante.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/**
 * Messages that arrive at the queues of two servers, which are killed while they handle them: 1 000 and each once, or as many
 * as {@code -Drestante.gateway.messages=…} says for each conversation and node, and from 50 on each twice.
 */
class GatewayOnTwoNodesIT {

    private static final int CONVERSATIONS = 50;
    /** Of each conversation, to each node; 50 of them are 5 000 messages. */
    private static final int MESSAGES = Integer.getInteger("restante.gateway.messages", 10);

    private static final List<Integer> KILLED_AT =
            MESSAGES < 50 ? List.of(MESSAGES / 2) : List.of(MESSAGES / 4, MESSAGES * 2 / 3);
    private static final int MOST_AHEAD = 300;
    private static final Duration SOON = Duration.ofMinutes(2);

    /** The brokers keep what an earlier run has left. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8) + "-";

    private static final Path EAR = Gateways.ear();
    private static final List<ServerNode> NODES = List.of(Gateways.node(0, EAR), Gateways.node(1, EAR));

    @BeforeAll
    static void makeTable() {
        Database.run(
                Database.GATEWAYS,
                "create table if not exists desk_effect (conversation text, id text, number int, node text,"
                        + " handled_by text, attempt int, place bigserial)");
    }

    @BeforeEach
    void bothRun() {
        NODES.forEach(ServerNode::launch);
        NODES.forEach(ServerNode::awaitDeployed);
    }

    @AfterAll
    static void killBoth() {
        NODES.forEach(ServerNode::kill);
    }

    @Test
    @Scenario({"C9", "C11", "C13", "W7"})
    void whicheverNodeIsKilledEachMessageIsAnsweredOnceAndInOrder() {
        CompletableFuture.allOf(NODES.stream()
                        .map(node -> CompletableFuture.runAsync(() -> sendAll(node)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        List<String> sent = NODES.stream().flatMap(GatewayOnTwoNodesIT::ids).toList();
        await("effects").until(() -> effects("") >= sent.size());
        await("nothing waits").untilAsserted(() -> {
            assertThat(ask("select count(*) from restante_chat_pending")).isZero();
            assertThat(ask("select count(*) from restante_chat_lock where queued > 0 or lease_until > 0"))
                    .isZero();
            assertThat(NODES).allSatisfy(node -> assertThat(get(node, "/left")).isEqualTo("0"));
        });
        assertThat(effects("")).isEqualTo(sent.size());
        assertThat(ask("select count(distinct (conversation, id)) from desk_effect where conversation like '" + RUN
                        + "%'"))
                .isEqualTo(sent.size());
        assertThat(ask("select count(*) from (select number, lag(number) over (partition by conversation, node order by"
                        + " place) before from desk_effect where conversation like '" + RUN
                        + "%') moved where before >= number"))
                .as("out of order")
                .isZero();
        assertThat(ask("select count(*) from restante_chat_item"))
                .as("put aside")
                .isZero();
        assertThat(IntStream.range(0, CONVERSATIONS))
                .allSatisfy(conversation -> assertThat(get(NODES.get(0), "/count?conversation=" + RUN + conversation))
                        .isEqualTo(String.valueOf(NODES.size() * MESSAGES)));
        assertThat(answers(sent.size())).containsExactlyInAnyOrderElementsOf(sent);
        report();
    }

    @Test
    @Scenario("C11")
    void whatANodeThatIsStoppedHasNotHandledIsHandledByTheOtherAtOnce() throws SQLException {
        ServerNode stopped = NODES.get(0);
        postSlow(NODES.get(1), "warm 0"); // from now on that one knows the handler, which is in a WAR
        await("known").until(() -> effectsOf("warm") == 1);
        CompletableFuture<Void> stop;
        try (Connection held = Database.of(Database.GATEWAYS).getConnection();
                Statement statement = held.createStatement()) {
            statement.execute("select pg_advisory_lock(77)");
            postSlow(stopped, "slow 77\nslow 78");
            await("begun")
                    .until(() -> ask("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);
            stop = CompletableFuture.runAsync(stopped::stop);
            await("stopping").until(() -> !serves(stopped));
            statement.execute("select pg_advisory_unlock(77)");
        }
        stop.join();

        await("both").atMost(Duration.ofSeconds(30)).until(() -> effectsOf("slow") == 2);
        assertThat(ask("select count(*) from desk_effect where conversation = 'slow' and number = 78 and handled_by = '"
                        + NODES.get(1).name() + "'"))
                .isEqualTo(1);
    }

    private static void sendAll(ServerNode node) {
        for (int number = 0; number < MESSAGES; number++) {
            int ahead = number * CONVERSATIONS - MOST_AHEAD;
            await(node.name()).until(() -> effects(" and node = '" + node.name() + "'") >= ahead);
            CompletableFuture<Void> killed = KILLED_AT.contains(number)
                    ? CompletableFuture.runAsync(node::kill)
                    : CompletableFuture.completedFuture(null);
            boolean sent = isSent(node, batch(number));
            killed.join();
            if (!node.isRunning()) {
                node.start();
            }
            if (!sent) {
                assertThat(isSent(node, batch(number))).isTrue();
            }
        }
    }

    /** A message of each conversation, and some that were sent before. */
    private static String batch(int number) {
        return IntStream.range(0, CONVERSATIONS)
                .boxed()
                .flatMap(conversation -> (conversation + number) % 10 == 0 && number > 0
                        ? Stream.of(RUN + conversation + " " + (number - 1), RUN + conversation + " " + number)
                        : Stream.of(RUN + conversation + " " + number))
                .collect(joining("\n"));
    }

    private static Stream<String> ids(ServerNode node) {
        return IntStream.range(0, CONVERSATIONS)
                .boxed()
                .flatMap(conversation -> IntStream.range(0, MESSAGES)
                        .mapToObj(number -> RUN + conversation + " " + node.name() + "-" + number));
    }

    /** Takes answers until there are as many, or no more come. */
    private static Collection<String> answers(int expected) {
        List<String> answers = new ArrayList<>();
        await("answers").until(() -> {
            NODES.forEach(node -> takeAnswers(node, answers));
            return answers.size() >= expected;
        });
        NODES.forEach(node -> takeAnswers(node, answers));
        return answers;
    }

    private static void takeAnswers(ServerNode node, List<String> answers) {
        get(node, "/answers").lines().filter(answer -> answer.startsWith(RUN)).forEach(answers::add);
    }

    private static boolean isSent(ServerNode node, String batch) {
        try {
            return post(node, "", batch).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false; // it was killed, and perhaps has them
        }
    }

    private static void postSlow(ServerNode node, String batch) {
        HttpResponse<String> answer = post(node, "/slow", batch);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static HttpResponse<String> post(ServerNode node, String what, String batch) {
        return Nodes.send(HttpRequest.newBuilder(node.uri(DeskServlet.PATH + what + "?node=" + node.name()))
                .POST(BodyPublishers.ofString(batch)));
    }

    private static String get(ServerNode node, String what) {
        HttpResponse<String> answer = Nodes.get(node, DeskServlet.PATH + what);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static boolean serves(ServerNode node) {
        try {
            return Nodes.get(node, DeskServlet.PATH + "/left").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static int effects(String condition) {
        return ask("select count(*) from desk_effect where conversation like '" + RUN + "%'" + condition);
    }

    private static int effectsOf(String conversation) {
        return ask("select count(*) from desk_effect where conversation = '" + conversation + "'");
    }

    private static int ask(String sql) {
        return Integer.parseInt(Database.ask(Database.GATEWAYS, sql));
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(100));
    }

    @SuppressWarnings("SystemOut") // for whoever wants to know what it was worth
    private static void report() {
        System.out.println(Database.ask(
                Database.GATEWAYS,
                "select string_agg(n || ' in attempt ' || attempt, ', ') from (select attempt, count(*) n from desk_effect"
                        + " group by attempt order by attempt) a"));
        System.out.println(Database.ask(
                Database.GATEWAYS, "select count(*) || ' by another node' from desk_effect where node <> handled_by"));
    }
}
