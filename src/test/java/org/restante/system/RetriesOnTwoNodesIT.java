package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Sent messages on two servers whose members have found each other. */
class RetriesOnTwoNodesIT {

    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Enough for each node to hold the first copy of some. */
    private static final int PROFILES = 20;

    private final ServerNode a = Nodes.a();
    private final ServerNode b = Nodes.b();
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final long sent = System.currentTimeMillis();

    @BeforeEach
    void bothAreTogether() {
        Nodes.bothRunning();
        awaitTogether();
    }

    @Test
    @Scenario({"R3", "R6"})
    void theBoundOfAProfileIsStrictWhileBothPut() {
        String profile = Nodes.BOUNDED_PROFILE;
        delete(a, profile);

        List<Integer> highest = Race.of(THREADS, 8, racer -> {
            ServerNode node = racer % 2 == 0 ? a : b;
            return IntStream.range(0, 5)
                    .map(step -> Integer.parseInt(put(node, profile, "s" + racer, step * 250, (step + 1) * 250)))
                    .max()
                    .orElseThrow();
        });

        assertThat(highest).allMatch(count -> count <= Nodes.BOUND + 8).anyMatch(count -> count == Nodes.BOUND);
        List<String> onA = kept(a, profile);
        assertThat(onA).hasSize(Nodes.BOUND).isEqualTo(kept(b, profile));
        assertThat(onA).allMatch(id -> number(id) >= 1250 - Nodes.BOUND / 8 - 1); // the newest of each
        delete(b, profile);
        assertThat(kept(a, profile)).isEmpty();
    }

    @Test
    @Scenario("R12")
    void ofFiftyRacersOnBothNodesFiveAreAllowed() {
        List<String> answers =
                Race.of(THREADS, 50, racer -> consume(racer % 2 == 0 ? a : b, unique, "never sent", "bob"));

        assertThat(answers).filteredOn("allowed"::equals).hasSize(5);
        assertThat(answers).filteredOn("refused"::equals).hasSize(45);
        assertThat(consume(a, unique, "never sent", "carol")).isEqualTo("allowed");
    }

    @Test
    @Scenario({"R1", "R9"})
    void nothingAcknowledgedIsLostWhenEitherNodeIsKilledWhileBothPut() {
        List<Acknowledged> first = putWhileKilled(b, "first");
        assertAllThereOn(a, first);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(consume(a, unique, "m", "bob")).isEqualTo("allowed");
        }

        b.start();
        awaitTogether();
        List<Acknowledged> all = new ArrayList<>(first);
        all.addAll(putWhileKilled(a, "second"));

        assertAllThereOn(b, all);
        assertThat(IntStream.range(0, 3).mapToObj(i -> consume(b, unique, "m", "bob")))
                .containsExactly("allowed", "allowed", "refused");
    }

    @Test
    @Scenario({"R9", "W4"})
    void aNodeThatCannotJoinStartsAloneSaysSoAndIsTogetherWithTheOtherWhenThatComes() throws IOException {
        b.kill();
        await().atMost(SOON).untilAsserted(() -> assertAlone(a));
        a.kill();
        int logged = Files.readString(a.log()).length();

        a.start();

        assertAlone(a);
        assertThat(Files.readString(a.log()).substring(logged)).contains("Alone in the cluster " + Nodes.CLUSTER);
        put(a, unique, "alone", 0, 3);
        b.start();
        awaitTogether();
        assertThat(figures(a)).contains("\nrestante_cluster_members 2.0\n").contains("\nrestante_cluster_alone 0.0\n");
        assertThat(there(b, unique, "alone", 0, 3)).isEqualTo("3:alone-0 alone-1 alone-2");
    }

    /** Puts on both nodes, and kills one amid that; what was acknowledged by whichever. */
    private List<Acknowledged> putWhileKilled(ServerNode victim, String sender) {
        CountDownLatch underWay = new CountDownLatch(40);
        ServerNode survivor = victim == a ? b : a;
        List<List<Acknowledged>> acknowledged = Race.of(THREADS, 5, racer -> {
            if (racer == 0) {
                await().atMost(SOON).until(() -> underWay.getCount() == 0);
                victim.kill();
                return List.of();
            }
            return putUntilKilled(racer % 2 == 0 ? victim : survivor, victim, sender + racer, underWay);
        });
        List<Acknowledged> all = acknowledged.stream().flatMap(List::stream).toList();
        assertThat(all).extracting(Acknowledged::node).contains(victim.name(), survivor.name());
        return all;
    }

    /** Goes on a little after the kill where it can. */
    private List<Acknowledged> putUntilKilled(
            ServerNode node, ServerNode victim, String sender, CountDownLatch underWay) {
        List<Acknowledged> acknowledged = new ArrayList<>();
        int after = 0;
        for (int i = 0; after < PROFILES; i++) {
            String profile = unique + "-" + i % PROFILES;
            after += victim.isRunning() ? 0 : 1;
            try {
                put(node, profile, sender, i, i + 1);
            } catch (UncheckedIOException e) {
                assertThat(node).isSameAs(victim);
                return acknowledged;
            }
            acknowledged.add(new Acknowledged(node.name(), profile, sender, i));
            underWay.countDown();
        }
        return acknowledged;
    }

    private void assertAllThereOn(ServerNode node, List<Acknowledged> messages) {
        assertThat(messages)
                .allSatisfy(message -> assertThat(there(
                                node, message.profile(), message.sender(), message.number(), message.number() + 1))
                        .endsWith(":" + message.sender() + "-" + message.number()));
    }

    private record Acknowledged(String node, String profile, String sender, int number) {}

    private void awaitTogether() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Stream.of(a, b)).allSatisfy(node -> {
                    JsonNode cluster = cluster(node);
                    assertThat(cluster.at("/data/members").asText()).isEqualTo("2");
                    assertThat(cluster.at("/data").has("degraded")).isFalse();
                    assertThat(Nodes.get(node, RetriesServlet.PATH).body()).isEqualTo("safe");
                }));
    }

    private static void assertAlone(ServerNode node) throws IOException {
        JsonNode cluster = cluster(node);
        assertThat(cluster.at("/status").asText()).isEqualTo("UP");
        assertThat(cluster.at("/data/members").asText()).isEqualTo("1");
        assertThat(cluster.at("/data/degraded").asText()).contains("alone");
        assertThat(figures(node))
                .contains("\nrestante_cluster_members 1.0\n")
                .contains("\nrestante_cluster_alone 1.0\n");
    }

    private static String figures(ServerNode node) {
        HttpResponse<String> figures = Nodes.get(new Client(node, "guest", "guest"), "/restante/metrics");
        assertThat(figures.statusCode()).as(figures.body()).isEqualTo(200);
        assertThat(figures.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        return figures.body();
    }

    private static JsonNode cluster(ServerNode node) throws IOException {
        HttpResponse<String> ready = Nodes.get(new Client(node, "guest", "guest"), "/restante/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        JsonNode checks = JSON.readTree(ready.body()).at("/checks");
        return IntStream.range(0, checks.size())
                .mapToObj(checks::get)
                .filter(check -> check.at("/name").asText().equals("cluster"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kept(ServerNode node, String profile) {
        List<String> kept = new ArrayList<>();
        for (int racer = 0; racer < 8; racer++) {
            String there = there(node, profile, "s" + racer, 0, 1250);
            String ids = there.substring(there.indexOf(':') + 1);
            kept.addAll(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
        }
        return kept;
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private String put(ServerNode node, String profile, String sender, int from, int to) {
        return send(HttpRequest.newBuilder(node.uri(path(profile) + messages(sender, from, to)))
                .version(Version.HTTP_1_1)
                .PUT(BodyPublishers.noBody()));
    }

    /** The count and the ids of those that are there whole. */
    private String there(ServerNode node, String profile, String sender, int from, int to) {
        return send(HttpRequest.newBuilder(node.uri(path(profile) + messages(sender, from, to))));
    }

    private static String consume(ServerNode node, String profile, String message, String requester) {
        String question = "&message=" + message.replace(' ', '+') + "&requester=" + requester;
        return send(HttpRequest.newBuilder(node.uri(path(profile) + question))
                .version(Version.HTTP_1_1)
                .POST(BodyPublishers.noBody()));
    }

    private static void delete(ServerNode node, String profile) {
        send(HttpRequest.newBuilder(node.uri(path(profile))).DELETE());
    }

    private static String send(HttpRequest.Builder request) {
        var answer = Nodes.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String path(String profile) {
        return RetriesServlet.PATH + "?profile=" + profile;
    }

    private String messages(String sender, int from, int to) {
        return "&sender=" + sender + "&from=" + from + "&to=" + to + "&sent=" + sent;
    }
}
