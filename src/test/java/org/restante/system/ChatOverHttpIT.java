package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.ChatRequests.done;
import static org.restante.system.ChatRequests.ok;
import static org.restante.system.ChatRequests.shown;
import static org.restante.system.Client.json;
import static org.restante.system.RetryRequests.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** The rows ChatState and Queues of the HTTP contract. */
@Scenario("W1")
class ChatOverHttpIT {

    private final ChatRequests chat = new ChatRequests(Client.operator(), "/profiles/chat-" + UUID.randomUUID());

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario("C1")
    void aThreadIsSubscribedAndUnsubscribed() {
        problem(chat.get("subscriptions/t%201"), 404);
        done(chat.bare("PUT", "subscriptions/t%201"));
        done(chat.bare("PUT", "subscriptions/t%201"));
        done(chat.get("subscriptions/t%201"));
        problem(new ChatRequests(chat.client(), chat.profile() + "2").get("subscriptions/t%201"), 404);
        done(chat.delete("subscriptions/t%201"));
        done(chat.delete("subscriptions/t%201"));
        problem(chat.get("subscriptions/t%201"), 404);
    }

    @ParameterizedTest
    @Scenario("C2")
    @ValueSource(strings = {"threads", "channels"})
    void aStateIsPutWholeAndEmptyWhereThereIsNone(String kind) {
        assertThat(chat.text(kind + "/~YS9i")).isEqualTo("{}");
        done(chat.put(kind + "/~YS9i", "{'a':1,'b':{'c':[1.5,null,'é']}}"));
        assertThat(chat.text(kind + "/~YS9i")).isEqualTo("{'a':1,'b':{'c':[1.5,null,'é']}}");
        done(chat.put(kind + "/~YS9i", "{'d':true}"));
        assertThat(chat.text(kind + "/~YS9i")).isEqualTo("{'d':true}");
        assertThat(chat.text((kind.equals("threads") ? "channels" : "threads") + "/~YS9i"))
                .isEqualTo("{}");
    }

    @Test
    @Scenario({"C3", "C4"})
    void aMessageIsADuplicateFromTheSecondTimeOn() {
        assertThat(duplicate("'r:a'")).isFalse();
        assertThat(duplicate("'r:a'")).isTrue();
        assertThat(chat.text("dedupe/r%3Aa")).isEqualTo("{'duplicate':true}");
        assertThat(chat.text("dedupe/r%3Ab")).isEqualTo("{'duplicate':false}");
        assertThat(duplicate("'r:b','limit':2")).isFalse();
        assertThat(duplicate("'r:c','limit':2")).isFalse();
        assertThat(duplicate("'r:a','limit':2")).isFalse();
        assertThat(duplicate("null")).isFalse();
        assertThat(duplicate("null")).isFalse();
    }

    private boolean duplicate(String key) {
        return json(ok(chat.post("dedupe", "{'key':" + key + "}")))
                .get("duplicate")
                .booleanValue();
    }

    @Test
    @Scenario({"C4", "C15"})
    void ofManyOneIsFirst() {
        assertThat(together(i -> json(chat.post("dedupe", "{'key':'r:m'}"))
                        .get("duplicate")
                        .booleanValue()))
                .containsOnlyOnce(false);
        assertThat(together(i -> chat.put("values/k?ifAbsent=true", "" + i).statusCode()))
                .containsOnlyOnce(204);
    }

    private static <T> List<T> together(IntFunction<T> work) {
        List<CompletableFuture<T>> all = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i)))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    @Test
    @Scenario({"C5", "C6", "C7"})
    void aBusyConversationIsToldByStrategyAndReleasedWithWhatWaits() {
        Instant before = Instant.now();
        JsonNode first = json(ok(chat.post("locks/k", "{'owner':'a','strategy':'reject','metadata':{}}")));
        assertThat(first.fieldNames()).toIterable().containsExactly("result", "token", "leaseUntil");
        assertThat(first.get("token").isTextual()).isTrue();
        assertThat(Instant.parse(first.get("leaseUntil").textValue()))
                .isBetween(before.plusSeconds(20), before.plusSeconds(60));

        assertThat(shown(ok(chat.post("locks/k", "{'owner':'a','strategy':'reject','metadata':{}}"))))
                .isEqualTo("{'result':'busy'}");
        assertThat(chat.lock("k", "b", "queue", "{'n':1}"))
                .hasToString("{\"result\":\"queued\",\"position\":1,\"dropped\":[]}");
        assertThat(chat.lock("k", "c", "debounce", "{'n':2}")).hasToString("{\"result\":\"debounced\"}");
        assertThat(chat.lock("k", "d", "debounce", "{'n':3}")).hasToString("{\"result\":\"debounced\"}");
        assertThat(chat.lock("k", "e", "concurrent", "{}"))
                .hasToString("{\"result\":\"acquired\",\"token\":null,\"leaseUntil\":null}");

        problem(chat.delete("locks/k?owner=b"), 409);
        problem(chat.delete("locks/k?token=999999999"), 409);
        JsonNode live = json(ok(chat.get("locks"))).get("locks");
        assertThat(live).hasSize(1);
        assertThat(live.get(0).fieldNames())
                .toIterable()
                .containsExactly("key", "owner", "since", "leaseUntil", "depth");
        assertThat(live.get(0).get("depth").intValue()).isEqualTo(2);
        JsonNode released = json(ok(chat.delete("locks/k?owner=a")));
        assertThat(released.fieldNames()).toIterable().containsExactly("released");
        assertThat(released.at("/released").findValuesAsText("owner")).containsExactly("b", "d");
        assertThat(released.at("/released/0").fieldNames())
                .toIterable()
                .containsExactly("owner", "strategy", "metadata", "enqueuedAt");
        assertThat(released.at("/released/1/metadata")).hasToString("{\"n\":3}");
        assertThat(released.at("/released/1/strategy").textValue()).isEqualTo("debounce");
        problem(chat.delete("locks/k?owner=a"), 409);
        assertThat(chat.text("locks")).isEqualTo("{'locks':[]}");
    }

    @Test
    @Scenario("C6")
    void aForcedReleaseIsAlwaysDoneAndTheHolderHasLost() {
        assertThat(shown(ok(chat.delete("locks/k?force=true")))).isEqualTo("{'released':[]}");
        String token = chat.token("k", "PT1M");
        chat.lock("k", "b", "queue", "{}");

        assertThat(json(ok(chat.delete("locks/k?force=true"))).get("released")).hasSize(1);

        problem(chat.put("locks/k", "{'token':'" + token + "','lease':'PT1M'}"), 409);
        problem(chat.delete("locks/k?token=" + token), 409);
    }

    @Test
    @Scenario("C8")
    void aLeaseIsExtendedByItsTokenAndNeverRevived() {
        String token = chat.token("k", "PT10M");
        HttpResponse<byte[]> extended = ok(chat.put("locks/k", "{'token':'" + token + "','lease':'PT1H'}"));
        assertThat(json(extended).fieldNames()).toIterable().containsExactly("leaseUntil");
        assertThat(Instant.parse(json(extended).get("leaseUntil").textValue()))
                .isAfter(Instant.now().plusSeconds(3000));
        problem(chat.put("locks/k", "{'token':'no number','lease':'PT1H'}"), 409);

        String brief = chat.token("brief", "PT0.1S");
        await().until(() -> json(chat.get("locks")).get("locks").size() == 1);
        problem(chat.put("locks/brief", "{'token':'" + brief + "','lease':'PT1H'}"), 409);
        assertThat(chat.token("brief", "PT1M")).isNotEqualTo(brief);
    }

    @Test
    @Scenario("C9")
    void whatWaitsIsHandedOnUnderANewToken() {
        String token = chat.token("k", "PT1M");
        chat.lock("k", "b", "queue", "{'n':1}");

        JsonNode next = json(ok(chat.post("locks/k/next", "{'token':'" + token + "'}")));
        assertThat(next.fieldNames()).toIterable().containsExactly("next", "skipped", "token", "leaseUntil");
        assertThat(next.at("/next/owner").textValue()).isEqualTo("b");
        problem(chat.post("locks/k/next", "{'token':'" + token + "'}"), 409);
        String second = next.get("token").textValue();
        assertThat(Long.parseLong(second)).isGreaterThan(Long.parseLong(token));
        assertThat(shown(ok(chat.post("locks/k/next", "{'token':'" + second + "'}"))))
                .isEqualTo("{'next':null,'skipped':[]}");
        assertThat(chat.text("locks")).isEqualTo("{'locks':[]}");
    }

    @Test
    @Scenario("C10")
    void theOldestBeyondTheBoundIsDroppedAndTold() {
        chat.token("k", "PT1M");
        IntStream.rangeClosed(1, 10).forEach(i -> chat.lock("k", "o" + i, "queue", "{}"));

        JsonNode eleventh = chat.lock("k", "o11", "queue", "{}");

        assertThat(eleventh.get("position").intValue()).isEqualTo(10);
        assertThat(eleventh.get("dropped").findValuesAsText("owner")).containsExactly("o1");
    }

    @ParameterizedTest
    @Scenario("C15")
    @ValueSource(
            strings = {"null", "1.0", " {\"b\" : 1,\"a\":[]}\n", "123456789012345678901234567890.10", "\"\\u00e9\""})
    void aValueIsGivenBackToTheByte(String value) {
        problem(chat.get("values/k"), 404);
        done(chat.put("values/k", value));
        assertThat(Client.text(ok(chat.get("values/k")))).isEqualTo(value);
        problem(chat.put("values/k?ifAbsent=true", "7"), 412);
        done(chat.delete("values/k"));
        done(chat.delete("values/k"));
        problem(chat.get("values/k"), 404);
    }

    @Test
    @Scenario("C15")
    void aValueIsGoneAfterItsTime() {
        done(chat.put("values/k?ttl=PT0.1S", "1"));
        await().until(() -> chat.get("values/k").statusCode() == 404);
        done(chat.put("values/k?ifAbsent=true&ttl=PT1H", "2"));
        assertThat(chat.text("values/k")).isEqualTo("2");
    }

    @Test
    @Scenario("C16")
    void aListKeepsWhatCameLast() {
        assertThat(chat.text("lists/k")).isEqualTo("{'items':[]}");
        for (String item : List.of("1.0", "null", "{'a':1}")) {
            done(chat.post("lists/k?maxLength=2&ttl=PT1H", item));
        }
        assertThat(chat.text("lists/k")).isEqualTo("{'items':[null,{'a':1}]}");
        done(chat.delete("lists/k"));
        assertThat(chat.text("lists/k")).isEqualTo("{'items':[]}");
    }

    @Test
    @Scenario("C18")
    void aQueueGivesEachEntryOnceFromTheOldest() {
        assertThat(shown(ok(chat.bare("POST", "queues/k/take")))).isEqualTo("{'entry':null,'depth':0}");
        for (int i = 1; i <= 3; i++) {
            assertThat(shown(ok(chat.post("queues/k?maxSize=2", i + ".0"))))
                    .isEqualTo("{'depth':" + Math.min(i, 2) + "}");
        }
        assertThat(chat.text("queues/k")).isEqualTo("{'depth':2}");
        assertThat(shown(ok(chat.bare("POST", "queues/k/take")))).isEqualTo("{'entry':2.0,'depth':1}");
        assertThat(shown(ok(chat.post("queues/k/take", "{}")))).isEqualTo("{'entry':3.0,'depth':0}");
        List<String> taken = new ArrayList<>(together(i -> chat.post("queues/many", "" + i)).stream()
                .map(answer -> "" + answer.statusCode())
                .toList());
        assertThat(taken).containsOnly("200");
        assertThat(together(i ->
                        json(chat.bare("POST", "queues/many/take")).get("entry").intValue()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    @Scenario("C12")
    void aSnapshotIsTakenFromOneProfileAndPutIntoAnother() {
        chat.bare("PUT", "subscriptions/t");
        chat.put("threads/a%20b", "{'x':1}");
        chat.put("channels/c", "{'y':[]}");
        chat.post("dedupe", "{'key':'r:1'}");
        String token = chat.token("k", "PT1M");
        chat.lock("k", "b", "queue", "{'n':1}");
        ChatRequests other = new ChatRequests(chat.client(), chat.profile() + "-copy");

        ObjectNode taken = (ObjectNode) json(ok(chat.get("snapshot")));
        done(other.put("snapshot", taken.toString()));

        assertThat(taken.fieldNames())
                .toIterable()
                .containsExactly("version", "takenAt", "subscriptions", "dedupe", "threads", "channels", "locks");
        assertThat(taken.at("/locks/0/pending/0/metadata")).hasToString("{\"n\":1}");
        assertThat(taken.toString()).doesNotContain("\"" + token + "\"");
        ObjectNode again = (ObjectNode) json(ok(other.get("snapshot")));
        assertThat(again.without("takenAt").toString())
                .isEqualTo(taken.without("takenAt").toString());
        assertThat(json(ok(other.delete("locks/k?owner=holder"))).get("released"))
                .hasSize(1);

        String faulty = taken.toString().replace("\"owner\":\"holder\"", "\"owner\":7");
        JsonNode problem = problem(chat.put("snapshot", faulty), 422);
        assertThat(problem.get("path").textValue()).isEqualTo("/locks/0/owner");
        assertThat(problem(chat.put("snapshot", ""), 422).get("path").textValue())
                .isEmpty();
        assertThat(json(ok(chat.put("locks/k", "{'token':'" + token + "','lease':'PT1M'}")))
                        .has("leaseUntil"))
                .isTrue();
        done(chat.client().delete(chat.profile()));
        assertThat(json(ok(chat.get("snapshot"))).at("/locks")).isEmpty();
    }

    @Test
    @Scenario("C12")
    void aSnapshotOfWhatIsUnreadableIsAProblemAndNoHalfOfIt() {
        String profile = chat.profile().substring("/profiles/".length());
        done(chat.put("threads/a", "{'x':1}"));
        Database.run(
                Database.NODES, "update restante_chat_value set content = '\\x00' where profile = '" + profile + "'");

        problem(chat.get("snapshot"), 422);
        problem(chat.get("threads/a"), 422);
    }
}
