package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.RetryRequests.problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** {@code Idempotency-Key} at Restante's own resources. */
class IdempotencyOverHttpIT {

    private static final String PROFILE = "/profiles/of-gate";
    private static final String KEYS = PROFILE + "/keys";
    private static final String ATTEMPTS = PROFILE + "/retries/m/attempts";
    private static final String ALICE = "{\"requester\":\"alice\"}";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Client client = Client.operator();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void anEmptyProfile() {
        Nodes.bothRunning();
        assertThat(client.delete(PROFILE).statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario("R12")
    void anAttemptThatIsSentAgainIsCountedOnce() {
        HttpResponse<byte[]> first = post(client, ATTEMPTS, ALICE);
        HttpResponse<byte[]> again = post(client, ATTEMPTS, ALICE);

        assertThat(first.statusCode()).isEqualTo(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Content-Type")).isEqualTo(header(first, "Content-Type"));
        assertThat(header(first, REPLAYED)).isEmpty();
        assertThat(header(again, REPLAYED)).isEqualTo("true");
        assertThat(json(client.send(
                                "POST", ATTEMPTS, BodyPublishers.ofString(ALICE), "Content-Type", "application/json"))
                        .get("used")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void theKeyOfAnotherCallerIsAnother() {
        HttpResponse<byte[]> operators = post(client, ATTEMPTS, ALICE);
        HttpResponse<byte[]> gates = post(Client.gate(), ATTEMPTS, ALICE);

        assertThat(json(operators).get("used").intValue()).isEqualTo(1);
        assertThat(json(gates).get("used").intValue()).isEqualTo(2);
        assertThat(header(gates, REPLAYED)).isEmpty();
        assertThat(post(Client.gate(), ATTEMPTS, ALICE).body()).isEqualTo(gates.body());
        problem(post(Client.guest(), ATTEMPTS, ALICE), 403);
        problem(Client.gate().get("/dedup/http"), 403);
    }

    @Test
    @Scenario("D10")
    void anotherBodyIsRefusedAndChangesNothing() {
        assertThat(post(client, KEYS, "{\"session\":{\"a\":\"YQ==\"}}").statusCode())
                .isEqualTo(204);

        problem(post(client, KEYS, "{\"session\":{\"b\":\"Yg==\"}}"), 422);

        assertThat(json(client.get(PROFILE + "/entries/session")).get("keys").toString())
                .isEqualTo("[\"a\"]");
        HttpResponse<byte[]> again = post(client, KEYS, "{\"session\":{\"a\":\"YQ==\"}}");
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, REPLAYED)).isEqualTo("true");
    }

    @Test
    @Scenario({"D1", "D3"})
    void aClaimThatIsSentAgainIsTheSameClaim() {
        DedupRequests dedup = new DedupRequests(client, "/dedup/" + UUID.randomUUID());

        HttpResponse<byte[]> first = dedup.send("k", "claim", "", "Idempotency-Key", key);
        HttpResponse<byte[]> again = dedup.send("k", "claim", "", "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        String done = "{'token':'" + json(first).get("token").textValue() + "','receipt':'YQ=='}";
        assertThat(dedup.send("k", "complete", done, "Idempotency-Key", key).statusCode())
                .isEqualTo(204);
        assertThat(header(dedup.send("k", "complete", done, "Idempotency-Key", key), REPLAYED))
                .isEqualTo("true");
        assertThat(json(dedup.get("k")).get("receipt").textValue()).isEqualTo("YQ==");
    }

    @Test
    void anImportThatIsSentAgainIsNotDoneAgain() throws IOException {
        byte[] folder = zip("creds.json", "{\"me\":{\"id\":\"1@s\"}}");
        HttpResponse<byte[]> first = importFolder(BodyPublishers.ofByteArray(folder));
        assertThat(first.statusCode()).isEqualTo(200);
        client.delete(PROFILE);

        HttpResponse<byte[]> again = importFolder(BodyPublishers.ofByteArray(folder));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(client.get(PROFILE + "/entries/creds/self").statusCode()).isEqualTo(404);
        problem(importFolder(BodyPublishers.ofByteArray(zip("creds.json", "{}"))), 422);
    }

    @Test
    @Scenario("W2")
    void whatIsRefusedWithoutAKeyIsRefusedWithOne() {
        byte[] large = new byte[16 * 1024 * 1024 + 1];

        problem(importFolder(BodyPublishers.ofByteArray(large)), 413);
        problem(importFolder(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))), 413);
        problem(importFolder(BodyPublishers.ofString("no zip")), 400);
        problem(send(client, KEYS, BodyPublishers.ofString("{}"), "text/plain"), 415);
        problem(post(client, "/profiles/~AA/keys", "{}"), 400);
        assertThat(problem(post(client, KEYS, ""), 400).get("field").textValue())
                .isEqualTo("body");
        problem(
                client.send(
                        "POST",
                        ATTEMPTS,
                        BodyPublishers.ofString(ALICE),
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip",
                        "Idempotency-Key",
                        key),
                415);
        assertThat(post(client, ATTEMPTS, ALICE).statusCode()).isEqualTo(200);
    }

    @Test
    @Scenario({"R12", "W2"})
    void aRefusalThatPassesIsNotKept() {
        for (int i = 0; i < 5; i++) {
            client.send("POST", ATTEMPTS, BodyPublishers.ofString(ALICE), "Content-Type", "application/json");
        }
        problem(post(client, ATTEMPTS, ALICE), 429);
        client.delete(PROFILE);

        assertThat(post(client, ATTEMPTS, ALICE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a b", "\"a"})
    void aKeyThatIsNotOneIsRefused(String malformed) {
        HttpResponse<byte[]> answer = client.send(
                "POST",
                ATTEMPTS,
                BodyPublishers.ofString(ALICE),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                malformed);

        assertThat(problem(answer, 400).get("field").textValue()).isEqualTo("Idempotency-Key");
        assertThat(json(answer).get("type").textValue()).isEqualTo("urn:restante:problem:invalid-input");
    }

    private HttpResponse<byte[]> post(Client caller, String path, String json) {
        return send(caller, path, BodyPublishers.ofString(json), "application/json");
    }

    private HttpResponse<byte[]> importFolder(BodyPublisher zip) {
        return send(client, PROFILE + "/import", zip, "application/zip");
    }

    private HttpResponse<byte[]> send(Client caller, String path, BodyPublisher body, String mediaType) {
        return caller.send("POST", path, body, "Content-Type", mediaType, "Idempotency-Key", key);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
