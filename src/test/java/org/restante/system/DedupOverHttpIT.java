package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.RetryRequests.base64;
import static org.restante.system.RetryRequests.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** The rows DedupCache of the HTTP contract. */
@Scenario("W1")
class DedupOverHttpIT {

    private final Client client = Client.operator();
    private final DedupRequests dedup = new DedupRequests(client, "/dedup/" + UUID.randomUUID());

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario("D1")
    void oneClaimsAKeyAndTheOthersAreToldThatItIsInFlightAndThenTheReceipt() {
        Instant before = Instant.now();
        HttpResponse<byte[]> first = dedup.claim("order-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(header(first, "Content-Type")).isEqualTo("application/json");
        JsonNode claim = json(first);
        assertThat(claim.fieldNames()).toIterable().containsExactly("state", "token", "attempt", "leaseUntil");
        assertThat(claim.get("state").textValue()).isEqualTo("claimed");
        assertThat(claim.get("attempt").intValue()).isEqualTo(1);
        assertThat(time(claim, "leaseUntil")).isBetween(before.plusSeconds(30), before.plusSeconds(90));

        JsonNode second = problem(dedup.claim("order-1", "{}"), 409);
        assertThat(second.get("state").textValue()).isEqualTo("in-flight");
        assertThat(second.get("leaseUntil")).isEqualTo(claim.get("leaseUntil"));
        assertThat(time(second, "since")).isEqualTo(time(claim, "leaseUntil").minusSeconds(60));
        assertThat(second.has("token")).isFalse();

        assertThat(dedup.complete("order-1", claim.get("token").textValue(), "AP8Q")
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> third = dedup.claim("order-1", "{}");
        assertThat(third.statusCode()).isEqualTo(200);
        assertThat(json(third)).hasToString("{\"state\":\"completed\",\"receipt\":\"AP8Q\"}");
    }

    @Test
    @Scenario({"D1", "D11"})
    void howAKeyStandsIsToldWithoutItsTokenAndChangesNothing() {
        problem(dedup.get("k"), 404);
        String token = dedup.token("k");

        HttpResponse<byte[]> inFlight = dedup.get("k");
        assertThat(inFlight.statusCode()).isEqualTo(200);
        assertThat(json(inFlight).fieldNames())
                .toIterable()
                .containsExactly("state", "since", "leaseUntil", "attempt", "streamKey");
        assertThat(json(inFlight).get("state").textValue()).isEqualTo("in-flight");
        assertThat(json(inFlight).get("streamKey").textValue())
                .isEqualTo(dedup.namespace().substring("/dedup/".length())
                        + ":8254c329a92850f6d539dd376f4816ee2764517da5e0235514af433164480d7a");
        assertThat(json(dedup.get("k"))).isEqualTo(json(inFlight));

        assertThat(dedup.complete("k", token, "").statusCode()).isEqualTo(204);
        JsonNode completed = json(dedup.get("k"));
        assertThat(completed.fieldNames()).toIterable().containsExactly("state", "since", "receipt", "streamKey");
        assertThat(completed.get("state").textValue()).isEqualTo("completed");
        assertThat(completed.get("receipt").textValue()).isEmpty();
        assertThat(time(completed, "since")).isAfterOrEqualTo(time(json(inFlight), "since"));
        problem(new DedupRequests(client, dedup.namespace() + "2").get("k"), 404);
    }

    @Test
    @Scenario("D3")
    void theSameReceiptOnceMoreIsFineAndAnotherIsRefused() {
        String token = dedup.token("k");
        assertThat(dedup.complete("k", token, "YQ==").statusCode()).isEqualTo(204);

        assertThat(dedup.complete("k", token, "YQ==").statusCode()).isEqualTo(204);
        problem(dedup.complete("k", token, "Yg=="), 422);

        assertThat(json(dedup.get("k")).get("receipt").textValue()).isEqualTo("YQ==");
    }

    @Test
    @Scenario("D5")
    void aReleasedKeyCanBeClaimedAgainAndAReceiptIsNeverReleased() {
        String token = dedup.token("k");
        assertThat(dedup.release("k", token).statusCode()).isEqualTo(204);
        assertThat(dedup.release("k", token).statusCode()).isEqualTo(204);
        assertThat(dedup.release("never", token).statusCode()).isEqualTo(204);

        JsonNode again = dedup.claimed("k", "{}");
        assertThat(again.get("attempt").intValue()).isEqualTo(1);
        problem(dedup.release("k", token), 409);
        assertThat(dedup.complete("k", again.get("token").textValue(), "YQ==").statusCode())
                .isEqualTo(204);

        assertThat(dedup.release("k", again.get("token").textValue()).statusCode())
                .isEqualTo(204);
        assertThat(dedup.claim("k").statusCode()).isEqualTo(200);
    }

    @Test
    @Scenario({"D4", "D6"})
    void anotherTakesOverAfterTheLeaseAndTheFirstCanDoNothingAnyMore() {
        JsonNode first = dedup.claimed("k", "{'lease':'PT0.2S'}");
        String stale = first.get("token").textValue();

        JsonNode second = await().until(
                        () -> json(dedup.claim("k", "{'lease':'PT1H'}")),
                        answer -> answer.get("state").textValue().equals("claimed"));

        assertThat(second.get("attempt").intValue()).isEqualTo(2);
        problem(dedup.complete("k", stale, "YQ=="), 409);
        problem(dedup.renew("k", stale), 409);
        problem(dedup.release("k", stale), 409);
        JsonNode standing = json(dedup.get("k"));
        assertThat(standing.get("leaseUntil")).isEqualTo(second.get("leaseUntil"));
        assertThat(standing.get("attempt").intValue()).isEqualTo(2);
        assertThat(time(standing, "since")).isEqualTo(time(first, "leaseUntil").minusMillis(200));
    }

    @Test
    @Scenario("D7")
    void aRenewedLeaseIsAsLongAsBeforeFromNow() {
        JsonNode claim = dedup.claimed("k", "{'lease':'PT30M'}");

        HttpResponse<byte[]> renewed = dedup.renew("k", claim.get("token").textValue());

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(json(renewed).fieldNames()).toIterable().containsExactly("leaseUntil");
        assertThat(time(json(renewed), "leaseUntil"))
                .isAfter(time(claim, "leaseUntil"))
                .isBefore(time(claim, "leaseUntil").plus(Duration.ofMinutes(1)));
        assertThat(json(dedup.get("k")).get("leaseUntil"))
                .isEqualTo(json(renewed).get("leaseUntil"));
    }

    @Test
    @Scenario("D10")
    void anotherFingerprintIsNoDuplicate() {
        dedup.claimed("k", "{'fingerprint':'a'}");

        problem(dedup.claim("k", "{'fingerprint':'b'}"), 422);
        problem(dedup.claim("k", "{'fingerprint':'a'}"), 409);
        problem(dedup.claim("k"), 409);
    }

    @ParameterizedTest
    @Scenario("D4")
    @ValueSource(strings = {"never-given", " ", "\\u0000", "\\ud83d", "é", "'); drop table"})
    void aTokenThatIsNoLiveClaimsIsStaleHoweverItLooks(String token) {
        String sent = token.replace('\'', '`');
        dedup.token("k");

        for (String key : List.of("k", "never")) {
            problem(dedup.complete(key, sent, "YQ=="), 409);
            problem(dedup.renew(key, sent), 409);
        }
        problem(dedup.release("k", sent), 409);
        assertThat(dedup.release("never", sent).statusCode()).isEqualTo(204);
        assertThat(json(dedup.get("k")).get("state").textValue()).isEqualTo("in-flight");
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "claim    | {'lease':'PT0S'}                 | lease",
                "claim    | {'lease':'-PT1S'}                | lease",
                "claim    | {'lease':'PT24H0.000001S'}       | lease",
                "claim    | {'lease':'a minute'}             | lease",
                "claim    | {'lease':''}                     | lease",
                "claim    | {'lease':60}                     | lease",
                "claim    | {'fingerprint':''}               | fingerprint",
                "claim    | {'fingerprint':7}                | fingerprint",
                "claim    | {'finger':'f'}                   | finger",
                "claim    | null                             | body",
                "claim    | []                               | body",
                "complete | {'receipt':'YQ=='}               | token",
                "complete | {'token':'','receipt':'YQ=='}    | token",
                "complete | {'token':7,'receipt':'YQ=='}     | token",
                "complete | {'token':'t'}                    | receipt",
                "complete | {'token':'t','receipt':null}     | receipt",
                "complete | {'token':'t','receipt':'a b!'}   | receipt",
                "complete | ``                               | body",
                "release  | {}                               | token",
                "release  | {'token':''}                     | token",
                "release  | ``                               | body",
                "renew    | {'token':null}                   | token",
                "renew    | {'token':'t','lease':'PT1M'}     | lease",
            })
    void whatIsMalformedIsRefusedByNameAndChangesNothing(String operation, String json, String field) {
        JsonNode problem = problem(dedup.send("k", operation, json), 400);

        assertThat(problem.get("field").textValue()).isEqualTo(field);
        problem(dedup.get("k"), 404);
    }

    @Test
    @Scenario("W2")
    void aLimitThatIsBrokenIsRefusedAndOneThatIsJustKeptIsNot() {
        String key = "%F0%9F%98%80".repeat(512);
        JsonNode claim = dedup.claimed(key, "{'lease':'PT24H','fingerprint':'" + "f".repeat(512) + "'}");
        String token = claim.get("token").textValue();

        problem(dedup.claim("k", "{'fingerprint':'" + "f".repeat(513) + "'}"), 400);
        problem(dedup.renew("k", "t".repeat(513)), 400);
        problem(dedup.renew("k", "t".repeat(512)), 409);
        problem(dedup.complete(key, token, base64(65_537)), 413);
        assertThat(dedup.complete(key, token, base64(65_536)).statusCode()).isEqualTo(204);
        assertThat(json(dedup.get(key)).get("receipt").textValue()).isEqualTo(base64(65_536));
    }

    @Test
    @Scenario("D1")
    void claimsInFlightAreListedFromTheOldestPageByPage() {
        List<String> keys = List.of("b", "a/1", "~c", "d d");
        List<String> paths = List.of("b", "~YS8x", "~fmM", "d%20d");
        List<String> tokens = paths.stream().map(dedup::token).toList();
        dedup.complete("b", tokens.get(0), "YQ==");

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(dedup.list("?state=in-flight&limit=2&after=" + after));
            page.get("claims").forEach(claim -> listed.add(claim.get("key").textValue()));
            after = page.get("next").isNull() ? null : page.get("next").textValue();
        } while (after != null);

        assertThat(listed).containsExactlyElementsOf(keys.subList(1, 4));
        JsonNode all = json(dedup.list(""));
        assertThat(all.get("next").isNull()).isTrue();
        JsonNode first = all.at("/claims/0");
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("key", "state", "since", "leaseUntil", "attempt", "streamKey");
        JsonNode same = json(dedup.get("~YS8x"));
        same.fieldNames().forEachRemaining(name -> assertThat(first.get(name)).isEqualTo(same.get(name)));
        assertThat(json(dedup.list("-never"))).hasToString("{\"claims\":[],\"next\":null}");
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource({
        "?state=completed,state",
        "?state=,state",
        "?limit=0,limit",
        "?limit=1001,limit",
        "?limit=x,limit",
        "?after=x,after",
        "?after=YQ,after",
    })
    void aListingThatCannotBeIsRefusedByName(String query, String field) {
        assertThat(problem(dedup.list(query), 400).get("field").textValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource({
        "/dedup/~AA,k,namespace",
        "/dedup/~_w,k,namespace",
        "/dedup/%FF,k,namespace",
        "/dedup/n,~,key",
        "/dedup/n,~AA,key"
    })
    void aNameThatIsNotOneIsRefused(String namespace, String key, String field) {
        DedupRequests elsewhere = new DedupRequests(client, namespace);
        if (!Servers.passOn(namespace)) {
            assertThat(elsewhere.get(key).body()).isEmpty();
            return;
        }

        assertThat(problem(elsewhere.get(key), 400).get("field").textValue()).isEqualTo(field);
        assertThat(problem(elsewhere.claim(key), 400).get("field").textValue()).isEqualTo(field);
        assertThat(problem(elsewhere.renew(key, "t"), 400).get("field").textValue())
                .isEqualTo(field);
    }

    @Test
    @Scenario("W2")
    void otherMediaTypesAndMethodsAreRefused() {
        String claim = dedup.namespace() + "/k/claim";

        problem(client.send("POST", claim, BodyPublishers.ofString("{}"), "Content-Type", "text/plain"), 415);
        problem(client.delete(dedup.namespace() + "/k"), 405);
        problem(client.get(claim), 405);
        problem(client.put(dedup.namespace() + "/k", "{}", "Content-Type", "application/json"), 405);
        problem(dedup.get("k"), 404);
    }

    @Test
    @Scenario("W3")
    void aClientHasItsNamespacesAndAViewerSeesNoReceipts() {
        DedupRequests own = new DedupRequests(Client.gate(), "/dedup/dedup-of-gate");
        DedupRequests others = dedup.as(Client.gate());
        DedupRequests viewer = dedup.as(Client.guest());
        String token = dedup.token("k");
        String mine = UUID.randomUUID().toString();

        assertThat(own.complete(mine, own.token(mine), "YQ==").statusCode()).isEqualTo(204);
        assertThat(own.get(mine).statusCode()).isEqualTo(200);
        problem(others.claim("k2"), 403);
        problem(others.get("k"), 403);
        problem(others.list(""), 403);

        assertThat(json(viewer.list("")).get("claims")).hasSize(1);
        assertThat(Client.text(viewer.list(""))).doesNotContain(token);
        problem(viewer.get("k"), 403);
        problem(viewer.get("k/"), 403);
        problem(viewer.release("k", token), 403);
    }

    private static Instant time(JsonNode answer, String field) {
        return Instant.parse(answer.get(field).textValue());
    }
}
