package org.restante.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.ChatRequests.done;
import static org.restante.system.ChatRequests.ok;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Conversations of two servers on one database. */
class ChatOnTwoNodesIT {

    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    private static final int PRODUCERS = 10;
    private static final int MESSAGES = 200;
    private static final int CONVERSATIONS = 5;

    private final String profile = "chat-" + UUID.randomUUID();
    private final ChatRequests a = new ChatRequests(Client.gate(Nodes.a()), "/profiles/of-gate");
    private final ChatRequests b = new ChatRequests(Client.gate(Nodes.b()), "/profiles/of-gate");
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    private ChatRequests of(int racer) {
        return racer % 2 == 0 ? a : b;
    }

    @Test
    @Scenario({"C4", "C15"})
    void ofFiftyRacersOnBothNodesOneIsFirst() {
        assertThat(Race.of(
                        THREADS,
                        50,
                        racer -> json(ok(of(racer).post("dedupe", "{'key':'" + key + ":m'}")))
                                .get("duplicate")
                                .booleanValue()))
                .containsOnlyOnce(false);
        assertThat(Race.of(
                        THREADS,
                        50,
                        racer -> of(racer)
                                .put("values/" + key + "?ifAbsent=true&ttl=PT1H", String.valueOf(racer))
                                .statusCode()))
                .containsOnlyOnce(204);
    }

    @Test
    @Scenario({"C8", "C7"})
    void ofFiftyRacersOnBothNodesOneHasTheConversationAndTokensRise() {
        long last = 0;
        for (int round = 0; round < 3; round++) {
            List<JsonNode> answers =
                    Race.of(THREADS, 50, racer -> of(racer).lock(key, "racer-" + racer, "reject", "{}"));
            List<String> tokens = answers.stream()
                    .filter(answer -> answer.get("result").textValue().equals("acquired"))
                    .map(answer -> answer.get("token").textValue())
                    .toList();

            assertThat(tokens).hasSize(1);
            assertThat(Long.parseLong(tokens.get(0))).isGreaterThan(last);
            last = Long.parseLong(tokens.get(0));
            ok(of(round).delete("locks/" + key + "?token=" + last));
        }
    }

    @Test
    @Scenario({"C9", "C16"})
    void everyMessageOfProducersOnBothNodesIsHandledOnceAndInOrder() {
        List<CompletableFuture<String>> nodes = Stream.of(producers(Nodes.a(), 0), producers(Nodes.b(), PRODUCERS))
                .toList();
        nodes.forEach(node -> assertThat(node.join()).isEqualTo("done"));

        ChatRequests chat = new ChatRequests(Client.operator(), "/profiles/" + profile);
        for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
            Map<String, List<Integer>> handled = items(chat, "c" + conversation).stream()
                    .map(message -> message.split("/", -1))
                    .collect(groupingBy(parts -> parts[0], mapping(parts -> Integer.valueOf(parts[1]), toList())));
            List<Integer> sent = Stream.iterate(conversation, n -> n < MESSAGES, n -> n + CONVERSATIONS)
                    .toList();
            assertThat(handled).hasSize(2 * PRODUCERS);
            assertThat(handled.values())
                    .allSatisfy(numbers -> assertThat(numbers).isEqualTo(sent));
        }
        assertThat(chat.text("locks")).isEqualTo("{'locks':[]}");
    }

    private CompletableFuture<String> producers(ServerNode node, int from) {
        String query = "?profile=%s&from=%d&to=%d&messages=%d&conversations=%d"
                .formatted(profile, from, from + PRODUCERS, MESSAGES, CONVERSATIONS);
        return CompletableFuture.supplyAsync(() -> Nodes.sendSlow(
                        HttpRequest.newBuilder(node.uri(HandOverServlet.PATH + query)), Duration.ofMinutes(3))
                .body());
    }

    private static List<String> items(ChatRequests chat, String list) {
        return StreamSupport.stream(
                        json(ok(chat.get("lists/" + list))).get("items").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    @Test
    @Scenario("C16")
    void appendsOfBothNodesLoseNone() {
        Race.of(THREADS, 8, racer -> {
            for (int n = 0; n < 25; n++) {
                done(of(racer).post("lists/" + key, "'" + racer + "/" + n + "'"));
            }
            return racer;
        });

        assertThat(items(a, key)).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    @Scenario("C18")
    void eachEntryIsTakenOnceByTwentyTakersOnBothNodesAndInOrder() {
        for (int n = 0; n < 200; n++) {
            ok(of(n).post("queues/" + key, String.valueOf(n)));
        }

        List<List<Integer>> taken = Race.of(THREADS, 20, taker -> {
            List<Integer> mine = new ArrayList<>();
            JsonNode entry = take(taker);
            while (!entry.isNull()) {
                mine.add(entry.intValue());
                entry = take(taker);
            }
            return mine;
        });

        assertThat(taken).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(taken.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
    }

    private JsonNode take(int taker) {
        return json(ok(of(taker).bare("POST", "queues/" + key + "/take"))).get("entry");
    }

    @Test
    @Scenario({"C11", "C14"})
    void everythingIsThereWhenANodeWasKilledAndWhatItHeldIsFreeAfterItsLease() {
        String token = b.token(key, "PT4S");
        assertThat(a.lock(key, "waiter", "queue", "{'n':1}").get("position").intValue())
                .isEqualTo(1);
        done(b.bare("PUT", "subscriptions/" + key));
        done(b.put("threads/" + key, "{'n':1}"));
        ok(b.post("dedupe", "{'key':'" + key + ":m'}"));
        done(b.put("values/" + key, "[1]"));
        done(b.post("lists/" + key, "1"));
        ok(b.post("queues/" + key, "2"));
        Nodes.b().kill();

        done(a.get("subscriptions/" + key));
        assertThat(a.text("threads/" + key)).isEqualTo("{'n':1}");
        assertThat(a.text("dedupe/" + key + ":m")).isEqualTo("{'duplicate':true}");
        assertThat(a.text("values/" + key)).isEqualTo("[1]");
        assertThat(a.text("lists/" + key)).isEqualTo("{'items':[1]}");
        assertThat(a.text("queues/" + key)).isEqualTo("{'depth':1}");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> a.lock(key, "next", "reject", "{}").get("result").textValue(), "acquired"::equals);
        assertThat(json(ok(a.delete("locks/" + key + "?owner=next")))
                        .at("/released/0/owner")
                        .textValue())
                .isEqualTo("waiter");
        Nodes.b().start();
        assertThat(b.delete("locks/" + key + "?token=" + token).statusCode()).isEqualTo(409);
        assertThat(b.text("values/" + key)).isEqualTo("[1]");
    }

    @Test
    @Scenario("C8")
    void aChangeOfWhoLostTheConversationOnTheOtherNodeIsRefused() {
        String stale = a.token(key, "PT30S");
        HttpResponse<byte[]> forced = b.delete("locks/" + key + "?force=true");
        ok(forced);
        String live = b.token(key, "PT30S");

        assertThat(a.put("values/" + key + "?lock=" + key + "&lockToken=" + stale, "1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(a.get("values/" + key).statusCode()).isEqualTo(404);
        done(a.put("values/" + key + "?lock=" + key + "&lockToken=" + live, "2"));
        ok(b.delete("locks/" + key + "?token=" + live));
    }
}
