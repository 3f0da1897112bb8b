package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** Bearer tokens on two nodes, and the record of what was changed by hand. */
@Scenario("W3")
class TokensOverHttpIT {

    private static final String VIEWER = "{\"name\":\"probe\",\"role\":\"viewer\",\"validity\":\"PT1H\"}";

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    void aTokenIsGoodOnBothNodesUntilItIsRevoked() {
        JsonNode made = create(VIEWER);

        for (ServerNode node : Nodes.bothRunning()) {
            assertThat(get(node, made, "/api/profiles").statusCode()).isEqualTo(200);
            assertThat(get(node, made, "/metrics").statusCode()).isEqualTo(200);
        }
        assertThat(revoke(made, "?reason=leaked").statusCode()).isEqualTo(204);

        for (ServerNode node : Nodes.bothRunning()) {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(get(node, made, "/api/profiles").statusCode())
                                    .isEqualTo(401));
        }
        assertThat(revoke(made, "").statusCode()).isEqualTo(404);
    }

    @Test
    void itIsGoodForWhatItWasMadeForAndNoMore() {
        JsonNode made =
                create("{\"name\":\"gate 2\",\"role\":\"client\",\"profiles\":[\"of-token\"],\"validity\":\"PT1H\"}");

        assertThat(get(Nodes.b(), made, "/api/profiles/of-token/retries").statusCode())
                .isEqualTo(200);
        assertThat(get(Nodes.b(), made, "/api/profiles/of-others/retries").statusCode())
                .isEqualTo(403);
        assertThat(get(Nodes.b(), made, "/api/tokens").statusCode()).isEqualTo(403);
        assertThat(get(Nodes.b(), made, "/api/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenMakesNoTokensAndAViewerNeither() {
        JsonNode made = create("{\"name\":\"ops\",\"role\":\"operator\",\"validity\":\"PT1H\"}");

        HttpResponse<String> answer =
                Nodes.send(HttpRequest.newBuilder(Nodes.a().uri("/restante/api/tokens"))
                        .header("Authorization", bearer(made))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(VIEWER)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Client.guest()
                        .send("POST", "/tokens", BodyPublishers.ofString(VIEWER), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void itIsListedWithoutWhatItIs() throws IOException {
        JsonNode made = create(VIEWER);
        get(Nodes.a(), made, "/api/profiles");

        HttpResponse<byte[]> list = Client.operator().get("/tokens");

        String secret = made.get("token").textValue();
        assertThat(Client.text(list)).contains(made.get("id").textValue()).doesNotContain(secret);
        assertThat(json(list).get("tokens").get(0).get("usedAt").isNull()).isFalse();
        assertThat(Files.readString(Nodes.a().log())).doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"viewer\",\"validity\":\"PT1H\"}",
                "{\"name\":\"n\",\"role\":\"root\",\"validity\":\"PT1H\"}",
                "{\"name\":\"n\",\"role\":\"viewer\"}",
                "{\"name\":\"n\",\"role\":\"viewer\",\"validity\":\"P400D\"}",
                "{\"name\":\"n\",\"role\":\"client\",\"validity\":\"PT1H\"}",
                "{\"name\":\"n\",\"role\":\"client\",\"profiles\":[null],\"validity\":\"PT1H\"}",
            })
    void whatIsNoTokenIsRefused(String wanted) {
        assertThat(post(wanted).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer rst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer x", "Bearer", "Digest x"})
    void whatIsNoTokenOpensNothing(String authorization) {
        HttpResponse<String> answer = Nodes.send(
                HttpRequest.newBuilder(Nodes.a().uri("/restante/api/profiles")).header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"restante\", charset=\"UTF-8\"", "Bearer realm=\"restante\"");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatIsChangedByHandIsOnRecord() {
        Client operator = Client.operator();
        JsonNode made = create(VIEWER);
        revoke(made, "?reason=no%20longer%20needed");
        Client.gate().delete("/profiles/of-gate");
        operator.delete("/profiles/of-gate/chat/locks/room?force=true");
        String snapshot = Client.text(operator.get("/profiles/of-gate/chat/snapshot"));
        operator.send(
                "PUT",
                "/profiles/of-gate/chat/snapshot",
                BodyPublishers.ofString(snapshot),
                "Content-Type",
                "application/json");

        String token = "token " + made.get("id").textValue() + " probe";
        assertThat(List.of(record(0), record(1), record(2), record(3), record(4)))
                .extracting(TokensOverHttpIT::told)
                .containsExactly(
                        "operator snapshot-restored profile of-gate ",
                        "operator lock-released conversation room of profile of-gate ",
                        "gate profile-wiped profile of-gate ",
                        "operator token-revoked " + token + " no longer needed",
                        "operator token-created " + token + " ");
    }

    @Test
    void whatIsRefusedIsNotOnRecord() {
        create(VIEWER);
        String before = told(record(0));

        assertThat(Client.guest().delete("/profiles/of-others").statusCode()).isEqualTo(403);
        assertThat(Client.operator()
                        .send(
                                "POST",
                                "/profiles/of-others/import",
                                BodyPublishers.ofString("no zip"),
                                "Content-Type",
                                "application/zip")
                        .statusCode())
                .isEqualTo(400);

        assertThat(told(record(0))).isEqualTo(before);
    }

    /** The record of that number, counted from the newest. */
    private static JsonNode record(int number) {
        String after = "";
        for (int i = 0; ; i++) {
            JsonNode page = json(Client.operator().get("/audit?limit=1" + after));
            if (i == number) {
                return page.get("records").get(0);
            }
            after = "&after=" + page.get("next").textValue();
        }
    }

    private static String told(JsonNode record) {
        return record.get("who").textValue() + " " + record.get("action").textValue() + " "
                + record.get("subject").textValue() + " " + record.get("reason").textValue();
    }

    private static JsonNode create(String wanted) {
        HttpResponse<byte[]> answer = post(wanted);
        assertThat(answer.statusCode()).isEqualTo(201);
        return json(answer);
    }

    private static HttpResponse<byte[]> post(String wanted) {
        return Client.operator()
                .send("POST", "/tokens", BodyPublishers.ofString(wanted), "Content-Type", "application/json");
    }

    private static HttpResponse<byte[]> revoke(JsonNode made, String query) {
        return Client.operator().delete("/tokens/" + made.get("id").textValue() + query);
    }

    private static HttpResponse<String> get(ServerNode node, JsonNode made, String path) {
        return Nodes.send(HttpRequest.newBuilder(node.uri("/restante" + path)).header("Authorization", bearer(made)));
    }

    private static String bearer(JsonNode made) {
        return "Bearer " + made.get("token").textValue();
    }
}
