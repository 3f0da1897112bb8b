package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** The rows Profiles and Storage of the HTTP contract. */
@Scenario("W1")
class StorageOverHttpIT {

    private static final String NOTES = "/profiles/http-storage/entries/notes";

    private final Client client = Client.operator();

    @BeforeEach
    void anEmptyProfile() {
        Nodes.bothRunning();
        assertThat(client.delete("/profiles/http-storage").statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario("S1")
    void bytesComeBackAsTheyWerePut() {
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);

        HttpResponse<byte[]> put = client.send("PUT", NOTES + "/k", BodyPublishers.ofByteArray(bytes));
        HttpResponse<byte[]> got = client.get(NOTES + "/k");

        assertThat(put.statusCode()).isEqualTo(204);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(bytes);
        assertThat(header(got, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(got, "ETag")).isEqualTo(header(put, "ETag")).matches("\"[0-9]+\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; charset=utf-8",
                "text/html;charset=\"ISO-8859-1\"; a=b",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json",
                "TEXT/xml ; Charset=UTF-8",
                "nonsense",
            })
    void theContentTypeComesBackToTheLetter(String type) {
        client.put(NOTES + "/k", "a=b&c=d", "Content-Type", type);

        HttpResponse<byte[]> got = client.get(NOTES + "/k", "Accept", "application/json");
        assertThat(header(got, "Content-Type")).isEqualTo(type);
        assertThat(text(got)).isEqualTo("a=b&c=d");
        assertThat(header(got, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(got, "Content-Security-Policy")).contains("sandbox");
    }

    @ParameterizedTest
    @Scenario("S7")
    @ValueSource(
            strings = {
                "a", "A", "a ", "a+b", "a b", "a;b=c", "a?b#c", "a:b.c_d", "é", "e\u0301", "😀", "a/b", "a\\b", "a%2Fb"
            })
    void aNameIsTheSameInBothFormsAndInTheListing(String key) {
        String tilde =
                "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        client.put(NOTES + "/" + tilde, key);

        String other = Servers.passOnMalformedRequests() || !key.contains("\\") ? percent(key) : tilde;
        assertThat(text(client.get(NOTES + "/" + other))).isEqualTo(key);
        assertThat(json(client.get(NOTES)).get("keys")).hasSize(1);
        assertThat(json(client.get(NOTES)).get("keys").get(0).textValue()).isEqualTo(key);
    }

    @Test
    void headTellsWhatGetWouldWithoutTheBytes() {
        String tag = header(client.put(NOTES + "/k", "five!", "Content-Type", "text/plain"), "ETag");

        HttpResponse<byte[]> head = client.send("HEAD", NOTES + "/k", BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("5");
        assertThat(header(head, "Content-Type")).isEqualTo("text/plain");
        assertThat(header(head, "ETag")).isEqualTo(tag);
        assertThat(client.send("HEAD", NOTES + "/none", BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
    }

    @Test
    @Scenario("S1")
    void aLargeBodyComesBackWhetherItsLengthWasAnnouncedOrNot() {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);

        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertThat(client.send("PUT", NOTES + "/chunked", chunked).statusCode()).isEqualTo(204);
        assertThat(client.send("PUT", NOTES + "/whole", BodyPublishers.ofByteArray(body))
                        .statusCode())
                .isEqualTo(204);

        assertThat(client.get(NOTES + "/chunked").body()).isEqualTo(body);
        assertThat(client.get(NOTES + "/whole").body()).isEqualTo(body);
    }

    @Test
    @Scenario("S4")
    void deleteIs204WhetherTheEntryIsThereOrNot() {
        client.put(NOTES + "/k", "x");

        assertThat(client.delete(NOTES + "/k").statusCode()).isEqualTo(204);
        assertThat(client.get(NOTES + "/k").statusCode()).isEqualTo(404);
        assertThat(client.delete(NOTES + "/k").statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario("S23")
    void conditionsDecideWhetherAPutIsDone() {
        assertThat(client.put(NOTES + "/k", "0", "If-Match", "\"1\"").statusCode())
                .isEqualTo(412);
        assertThat(client.put(NOTES + "/k", "0", "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(client.get(NOTES + "/k").statusCode()).isEqualTo(404);

        HttpResponse<byte[]> created = client.put(NOTES + "/k", "1", "If-None-Match", "*");
        assertThat(created.statusCode()).isEqualTo(204);
        assertThat(client.put(NOTES + "/k", "2", "If-None-Match", "*").statusCode())
                .isEqualTo(412);

        String tag = header(created, "ETag");
        HttpResponse<byte[]> updated = client.put(NOTES + "/k", "3", "If-Match", "\"1\", " + tag);
        assertThat(updated.statusCode()).isEqualTo(204);
        assertThat(header(updated, "ETag")).isNotEqualTo(tag);
        assertThat(client.put(NOTES + "/k", "4", "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(client.put(NOTES + "/k", "5", "If-Match", "W/" + header(updated, "ETag"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(text(client.get(NOTES + "/k"))).isEqualTo("3");
    }

    @Test
    void whoHasTheVersionAlreadyIsToldSo() {
        String tag = header(client.put(NOTES + "/k", "x"), "ETag");

        assertThat(client.get(NOTES + "/k", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.get(NOTES + "/k", "If-None-Match", "\"1\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Scenario("S14")
    void keysArePagedEachOnce() {
        List<String> keys = List.of("a", "b/c", "d e", "😀", "z");
        keys.forEach(key -> client.put(NOTES + "/" + percent(key), "x"));

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(client.get(NOTES + "?limit=2&after=" + percent(after)));
            assertThat(page.get("keys").size()).isLessThanOrEqualTo(2);
            page.get("keys").forEach(key -> listed.add(key.textValue()));
            after = page.get("next").isNull() ? "" : page.get("next").textValue();
        } while (!after.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void aProfileThatHoldsNothingHasNoKeys() {
        HttpResponse<byte[]> answer = client.get("/profiles/never-seen/entries/notes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"keys\":[],\"next\":null}");
    }

    @Test
    @Scenario("S8")
    void credsHoldsTheKeySelfAlone() {
        String creds = "/profiles/http-storage/entries/creds/";

        for (String method : List.of("GET", "PUT", "DELETE", "HEAD")) {
            assertThat(client.send(method, creds + "other", BodyPublishers.noBody())
                            .statusCode())
                    .as(method)
                    .isEqualTo(400);
        }
        assertThat(client.put(creds + "self", "{}").statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario({"S12", "S13"})
    void profilesAreDescribedAndWiped() {
        client.put(
                "/profiles/http-storage/entries/creds/self",
                "{\"me\":{\"id\":\"1@s\",\"lid\":\"2@lid\",\"name\":\"Zoë\"}}",
                "Content-Type",
                "application/json");
        client.put("/profiles/http-bare/entries/notes/k", "x");

        JsonNode described = profile("http-storage");
        assertThat(described.get("jid").textValue()).isEqualTo("1@s");
        assertThat(described.get("lid").textValue()).isEqualTo("2@lid");
        assertThat(described.get("name").textValue()).isEqualTo("Zoë");
        assertThat(described.get("updatedAt").textValue()).matches("20..-..-..T..:..:..(\\.\\d+)?Z");
        assertThat(profile("http-bare").get("jid").isNull()).isTrue();
        assertThat(profile("http-bare").get("updatedAt").isNull()).isTrue();

        assertThat(client.delete("/profiles/http-bare").statusCode()).isEqualTo(204);
        assertThat(profile("http-bare").isMissingNode()).isTrue();
        assertThat(profile("http-storage").isMissingNode()).isFalse();
    }

    @Test
    @Scenario("S9")
    void anUnreadableEntryIsToldFromAnAbsentOneAndCanBeOverwritten() {
        client.put(NOTES + "/k", "x");
        Database.run(
                Database.NODES,
                "update restante_entry set header = '\\xff'::bytea where profile = 'http-storage' and entry_key = 'k'");

        HttpResponse<byte[]> answer = client.get(NOTES + "/k");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).get("detail").textValue()).startsWith("the entry is unreadable: ");
        assertThat(client.put(NOTES + "/k", "y").statusCode()).isEqualTo(204);
        assertThat(text(client.get(NOTES + "/k"))).isEqualTo("y");
    }

    private JsonNode profile(String name) {
        for (JsonNode profile : json(client.get("/profiles")).get("profiles")) {
            if (profile.get("profile").textValue().equals(name)) {
                return profile;
            }
        }
        return MissingNode.getInstance();
    }

    private static String percent(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(b));
        }
        return encoded.toString();
    }
}
