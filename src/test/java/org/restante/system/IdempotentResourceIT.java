package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;
import static org.restante.system.RetryRequests.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** {@code Idempotency-Key} at an application's own resource. */
class IdempotentResourceIT {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final ShopRequests shop = new ShopRequests(Nodes.a());
    private final ShopRequests otherNode = new ShopRequests(Nodes.b());
    private final String key = "\"" + UUID.randomUUID() + "\"";
    private int before;

    @BeforeEach
    void whatWasDone() {
        Nodes.bothRunning();
        before = shop.done();
    }

    @Test
    @Scenario({"D1", "D13"})
    void aRequestThatIsSentAgainGetsTheSameAnswerAtBothNodesAndIsDoneOnce() {
        HttpResponse<byte[]> first = shop.post("", "two tea", HEADER, key);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(header(first, REPLAYED)).isEmpty();
        assertThat(text(first)).isEqualTo("order " + (before + 1) + ": two tea é");

        for (ShopRequests node : List.of(shop, otherNode)) {
            HttpResponse<byte[]> again = node.post("", "two tea", HEADER, key);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            Map<String, List<String>> headers = ofTheAnswer(again);
            assertThat(headers.remove(REPLAYED.toLowerCase(Locale.ROOT))).containsExactly("true");
            assertThat(headers).isEqualTo(ofTheAnswer(first));
        }
        assertThat(first.headers().allValues("X-Own")).containsExactly("a", "b");
        assertThat(shop.done()).isEqualTo(before + 1);
    }

    @Test
    void aKeyInQuotesAndWithoutIsTheSameAndAnotherKeyAnother() {
        shop.post("", "x", HEADER, key);

        assertThat(header(shop.post("", "x", HEADER, key.replace("\"", "")), REPLAYED))
                .isEqualTo("true");
        assertThat(header(shop.post("", "x", HEADER, "\"another " + key.substring(1)), REPLAYED))
                .isEmpty();
        assertThat(shop.done()).isEqualTo(before + 2);
    }

    @Test
    @Scenario("D10")
    void anotherBodyOrQueryUnderTheSameKeyIsRefused() {
        shop.post("", "one", HEADER, key);

        problem(shop.post("", "two", HEADER, key), 422);
        problem(shop.post("", "", HEADER, key), 422);
        problem(shop.post("?express=true", "one", HEADER, key), 422);

        assertThat(shop.done()).isEqualTo(before + 1);
        assertThat(shop.post("/status?status=200", "one", HEADER, key).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsNotOneIsRefusedAndAMissingOneWhereItIsRequired() {
        assertThat(problem(shop.post("", "x"), 400).get("field").textValue()).isEqualTo(HEADER);
        assertThat(problem(shop.post("", "x", HEADER, "\"\""), 400).get("field").textValue())
                .isEqualTo(HEADER);
        problem(shop.post("", "x", HEADER, "a", HEADER, "a"), 400);
        problem(shop.post("", "x", HEADER, "x".repeat(256)), 400);
        assertThat(shop.done()).isEqualTo(before);

        shop.post("/status?status=200", "x");
        shop.post("/status?status=200", "x");
        assertThat(shop.done()).isEqualTo(before + 2);
    }

    @Test
    @Scenario({"D2", "D7"})
    void whileARequestIsDoneTheOthersAreToldToComeBackAndItsLeaseIsRenewed() {
        CompletableFuture<HttpResponse<byte[]>> first = shop.postLater("/slow", "", HEADER, key);
        await().until(() -> !claims().isEmpty());
        String leaseUntil = claims().at("/0/leaseUntil").textValue();

        for (ShopRequests node : List.of(shop, otherNode)) {
            HttpResponse<byte[]> refused = node.post("/slow", "", HEADER, key);
            problem(refused, 409);
            assertThat(header(refused, "Retry-After")).isEqualTo("2");
        }
        await().until(() -> !claims().at("/0/leaseUntil").textValue().equals(leaseUntil));
        assertThat(first).isNotDone();
        shop.post("/gate", "");

        assertThat(first.join().statusCode()).isEqualTo(204);
        assertThat(claims()).isEmpty();
        HttpResponse<byte[]> again = shop.post("/slow", "", HEADER, key);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(header(again, REPLAYED)).isEqualTo("true");
        assertThat(shop.done()).isEqualTo(before + 1);
    }

    @Test
    @Scenario("D2")
    void ofManyAtOnceOneIsDone() {
        int doneAtB = otherNode.done();
        List<CompletableFuture<HttpResponse<byte[]>>> all = IntStream.range(0, 40)
                .mapToObj(i -> (i % 2 == 0 ? shop : otherNode).postLater("", "x", HEADER, key))
                .toList();

        List<HttpResponse<byte[]>> answers =
                all.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .isSubsetOf(201, 409)
                .contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201
                                && header(answer, REPLAYED).isEmpty()))
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Client::text)
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allMatch(answer -> header(answer, "Retry-After").equals("2"));
        assertThat(shop.done() - before + otherNode.done() - doneAtB).isEqualTo(1);
    }

    @Test
    void aHeaderThatAFilterAddsIsInAReplayOnceToo() {
        HttpResponse<byte[]> first = shop.post("/status?status=200", "", HEADER, key);
        HttpResponse<byte[]> again = shop.post("/status?status=200", "", HEADER, key);

        assertThat(header(again, REPLAYED)).isEqualTo("true");
        assertThat(first.headers().allValues(OtherSitesFilter.HEADER)).containsExactly("*");
        assertThat(again.headers().allValues(OtherSitesFilter.HEADER)).containsExactly("*");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 404, 410, 422})
    void anAnswerThatStaysIsKept(int status) {
        HttpResponse<byte[]> first = shop.post("/status?status=" + status, "", HEADER, key);
        HttpResponse<byte[]> again = shop.post("/status?status=" + status, "", HEADER, key);

        assertThat(first.statusCode()).isEqualTo(again.statusCode()).isEqualTo(status);
        assertThat(again.body()).isEqualTo(first.body()).isNotEmpty();
        assertThat(header(again, REPLAYED)).isEqualTo("true");
        assertThat(shop.done()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @Scenario("D5")
    @ValueSource(ints = {401, 403, 408, 409, 425, 429, 500, 502, 503})
    void anAnswerThatInvitesToTryAgainIsNotKept(int status) {
        HttpResponse<byte[]> first = shop.post("/status?status=" + status, "", HEADER, key);
        HttpResponse<byte[]> again = shop.post("/status?status=" + status, "", HEADER, key);

        assertThat(first.statusCode()).isEqualTo(again.statusCode()).isEqualTo(status);
        assertThat(header(again, REPLAYED)).isEmpty();
        assertThat(shop.done()).isEqualTo(before + 2);
        assertThat(claims()).isEmpty();
    }

    @ParameterizedTest
    @Scenario("D5")
    @ValueSource(strings = {"/failing", "/unwritable", "/breaking"})
    void aResourceThatFailsLetsItsKeyGo(String path) {
        assertThat(shop.post(path, "", HEADER, key).statusCode()).isEqualTo(500);
        await().until(() -> claims().isEmpty());
        assertThat(shop.post(path, "", HEADER, key).statusCode()).isEqualTo(500);

        assertThat(shop.done()).isEqualTo(before + 2);
        await().until(() -> claims().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"65000,false", "65000,true", "0,false", "0,true"})
    void anAnswerThatFitsIsReplayedToTheByte(int bytes, boolean streamed) {
        String path = "/large?bytes=" + bytes + "&streamed=" + streamed;
        HttpResponse<byte[]> first = shop.post(path, "", HEADER, key);
        HttpResponse<byte[]> again = otherNode.post(path, "", HEADER, key);

        assertThat(first.statusCode()).isEqualTo(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).hasSize(bytes);
        assertThat(header(again, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(again, REPLAYED)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({"65536,false", "65536,true", "3000000,false", "3000000,true"})
    void anAnswerThatIsTooLargeToBeKeptIsGivenOnceAndTheRequestNeverDoneAgain(int bytes, boolean streamed) {
        String path = "/large?bytes=" + bytes + "&streamed=" + streamed;

        assertThat(shop.post(path, "", HEADER, key).body()).hasSize(bytes);

        JsonNode refused = problem(shop.post(path, "", HEADER, key), 409);
        assertThat(refused.get("detail").textValue()).isEqualTo("done already; its answer was too large to be kept");
        assertThat(refused.get("answered").intValue()).isEqualTo(200);
        assertThat(shop.done()).isEqualTo(before + 1);
    }

    /** The requests with a key that are being done. */
    private static JsonNode claims() {
        return json(Client.operator().get("/dedup/http")).get("claims");
    }

    private static Map<String, List<String>> ofTheAnswer(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        List.of("date", "connection", "content-length", "transfer-encoding").forEach(headers::remove);
        return headers;
    }
}
