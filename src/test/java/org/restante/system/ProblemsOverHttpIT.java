package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** What is wrong is told as an RFC 9457 problem, and changes nothing. */
@Scenario("W2")
class ProblemsOverHttpIT {

    private static final String NOTES = "/profiles/http-problems/entries/notes";
    private static final int LIMIT = 16 * 1024 * 1024;

    private final Client client = Client.operator();

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @ParameterizedTest
    @CsvSource({
        "/profiles/~Li4/entries/notes/k,profile",
        "/profiles/~Lg/entries/notes/k,profile",
        "/profiles/..%2Fx/entries/notes/k,profile",
        "/profiles/%2e%2e/entries/notes/k,profile",
        "/profiles/~YS9i/entries/notes/k,profile",
        "/profiles/~YVxi/entries/notes/k,profile",
        "/profiles/%20/entries/notes/k,profile",
        "/profiles/~/entries/notes/k,profile",
        "/profiles//entries/notes/k,profile",
        "/profiles/a%0Ab/entries/notes/k,profile",
        "/profiles/p/entries/~AA/k,namespace",
        "/profiles/p/entries//k,namespace",
        "/profiles/p/entries/notes/~AA,key",
        "/profiles/p/entries/notes/~,key",
        "/profiles/p/entries/notes/~YS9i=,key",
        "/profiles/p/entries/notes/~_w,key",
        "/profiles/p/entries/notes/%FF,key",
        "/profiles/p/entries/creds/other,key",
    })
    @Scenario({"S6", "S7"})
    void aNameThatIsNotOneIsRefusedInEveryOperation(String path, String field) {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            HttpResponse<byte[]> answer = client.send(method, path, BodyPublishers.noBody());
            if (!Servers.passOn(path)) {
                assertThat(answer.body()).isEmpty();
                continue;
            }
            JsonNode problem = problem(answer, 400);
            assertThat(problem.get("field").textValue()).as(method).isEqualTo(field);
            assertThat(problem.get("detail").textValue()).startsWith(field + " ");
        }
    }

    @Test
    @Scenario({"S6", "S7"})
    void aNameOverItsLimitIsRefusedAndNeverCut() {
        String profile = "x".repeat(65);
        problem(client.get("/profiles/" + profile + "/entries/notes"), 400);
        problem(client.delete("/profiles/" + profile), 400);
        problem(client.put("/profiles/p/entries/" + profile + "/k", "x"), 400);
        problem(client.put(NOTES + "/" + "x".repeat(513), "x"), 400);

        assertThat(client.put(NOTES + "/" + "%F0%9F%98%80".repeat(512), "x").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "limit=-1", "after=!", "after=YQ%3D%3D", "after=AA"})
    void aPageThatThereCannotBeIsRefused(String query) {
        JsonNode problem = problem(client.get(NOTES + "?" + query), 400);

        assertThat(problem.get("field").textValue()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"5", "*, \"5\"", "w/\"5\""})
    void aMalformedConditionIsRefused(String condition) {
        JsonNode problem = problem(client.put(NOTES + "/conditional", "x", "If-Match", condition), 400);

        assertThat(problem.get("field").textValue()).isEqualTo("If-Match");
        problem(client.get(NOTES + "/conditional"), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nothing", "/profiles/p/nothing", "/profiles/p/entries/n/k/more", "/../nothing"})
    void anUnknownPathIs404OrRefused(String path) {
        assertThat(problem(client.get(path)).get("status").intValue()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/profiles,GET",
        "PATCH,/profiles/p/entries/n/k,PUT",
        "GET,/profiles/p/import,POST",
        "DELETE,/profiles/p/export,GET",
    })
    void aWrongMethodIs405AndTheRightOnesAreNamed(String method, String path, String allowed) {
        HttpResponse<byte[]> answer = client.send(method, path, BodyPublishers.noBody());

        problem(answer, 405);
        assertThat(header(answer, "Allow").split(", ")).contains(allowed).doesNotContain(method);
    }

    @Test
    void aBodyOfJustTheLimitIsTakenAndOneByteMoreIsNot() {
        byte[] largest = new byte[LIMIT];
        byte[] tooLarge = new byte[LIMIT + 1];

        assertThat(client.send("PUT", NOTES + "/large", BodyPublishers.ofByteArray(largest))
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get(NOTES + "/large").body()).isEqualTo(largest);
        problem(client.send("PUT", NOTES + "/larger", BodyPublishers.ofByteArray(tooLarge)), 413);
        problem(
                client.send(
                        "PUT",
                        NOTES + "/larger",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge))),
                413);
        problem(client.get(NOTES + "/larger"), 404);
        client.delete(NOTES + "/large");
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotWaitedFor() {
        assertThat(raw("PUT", "/larger", "Content-Length: 999999999999")).contains(" 413 ", "application/problem+json");
        assertThat(raw("PUT", "/larger", "Content-Length: 99999999999999999999999"))
                .contains(Servers.passOnMalformedRequests() ? " 413 " : " 400 ");
    }

    @Test
    @Scenario("S17")
    void aBodyThatIsCutShortStoresNothing() {
        client.put(NOTES + "/cut", "whole");

        String answer = raw("PUT", "/cut", "Content-Length: 100");
        if (Servers.passOnMalformedRequests()) {
            assertThat(answer).contains(" 400 ", "\"field\":\"body\"");
        } else {
            assertThat(answer).isEmpty();
        }
        assertThat(raw("PUT", "/cut", "Transfer-Encoding: chunked")).doesNotContain(" 204 ", " 500 ");
        assertThat(Client.text(client.get(NOTES + "/cut"))).isEqualTo("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%", "/a%2", "/a b", "/%00%zz", "/|"})
    void whatIsNoPathAtAllIs400(String key) {
        String answer = raw("GET", key, "Accept: */*");
        if (Servers.passOnMalformedRequests()) {
            assertThat(answer).startsWith("HTTP/1.1 400 ");
        } else {
            assertThat(answer).doesNotContain("ETag", "HTTP/1.1 500 ");
        }
    }

    @Test
    void contentCodingsAreNotTaken() {
        problem(client.put(NOTES + "/coded", "x", "Content-Encoding", "gzip"), 415);
    }

    @Test
    void anAnswerThatIsNotWantedIs406() {
        problem(client.get("/profiles", "Accept", "image/png"), 406);
        problem(client.get("/profiles", "Accept", "nonsense"), Servers.passOnMalformedRequests() ? 400 : 406);
    }

    private String raw(String method, String key, String header) {
        return RawHttp.send(
                client.node(),
                List.of(
                        method + " /restante/api" + NOTES + key + " HTTP/1.1",
                        "Authorization: " + client.authorization(),
                        header),
                "5\r\nabc");
    }

    private static JsonNode problem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return problem(answer);
    }

    @Test
    void aChangeUnderALockThatIsNotLiveIsRefused() {
        client.delete(NOTES + "/locked");

        problem(client.put(NOTES + "/locked?lock=room&lockToken=1", "x"), 409);

        problem(client.get(NOTES + "/locked"), 404);
    }

    private static JsonNode problem(HttpResponse<byte[]> answer) {
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").intValue()).isEqualTo(answer.statusCode());
        assertThat(problem.get("type").textValue()).startsWith("urn:restante:problem:");
        assertThat(problem.get("title").textValue()).isNotEmpty();
        assertThat(problem.get("detail").textValue()).isNotEmpty().doesNotContain("RESTEASY", "Exception");
        return problem;
    }
}
