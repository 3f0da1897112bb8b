package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** Who is let in, and to what. */
@Scenario("W3")
class AccessOverHttpIT {

    private static final String ENTRY = "/entries/notes/k";
    private static final Pattern GENERATED = Pattern.compile("user operator, password (\\S{20,})");

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/restante/api/profiles",
                "/restante/api/nothing",
                "/restante/api/profiles/~!/entries/n",
                "/restante/",
                "/restante/nothing",
                "/restante/problem",
                "/restante/health/ready",
                "/restante/health/live/",
                "/restante/health/live;x",
                "/restante/health/%6cive",
                "/restante/health/ready/../live",
                "/restante/health/live/../ready",
            })
    void withoutCredentialsThereIsNothingToLearn(String path) {
        for (String method : List.of("GET", "PUT", "POST", "DELETE", "OPTIONS")) {
            String answer = RawHttp.send(Nodes.a(), List.of(method + " " + path + " HTTP/1.1"), "");

            assertThat(answer)
                    .as(method)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("WWW-Authenticate: Basic realm=\"restante\", charset=\"UTF-8\"")
                    .contains("application/problem+json");
        }
    }

    @Test
    void livenessNeedsNoCredentials() {
        HttpResponse<String> answer = Nodes.get(Nodes.a(), "/restante/health/live");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
    }

    @Test
    void readinessIsForEveryUser() {
        for (Client client : List.of(Client.operator(), Client.gate(), Client.guest())) {
            HttpResponse<String> answer =
                    Nodes.send(HttpRequest.newBuilder(client.node().uri("/restante/health/ready"))
                            .header("Authorization", client.authorization()));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"status\":\"UP\"");
        }
    }

    @Test
    void aClientHasItsOwnProfilesOnly() {
        Client operator = Client.operator();
        Client gate = Client.gate();
        operator.put("/profiles/of-others" + ENTRY, "x");

        assertThat(gate.put("/profiles/of-gate" + ENTRY, "mine").statusCode()).isEqualTo(204);
        assertThat(text(gate.get("/profiles/of-gate" + ENTRY))).isEqualTo("mine");
        for (String method : List.of("GET", "PUT", "DELETE", "HEAD")) {
            assertThat(gate.send(method, "/profiles/of-others" + ENTRY, BodyPublishers.noBody())
                            .statusCode())
                    .as(method)
                    .isEqualTo(403);
        }
        assertThat(gate.get("/profiles/of-others/export").statusCode()).isEqualTo(403);
        assertThat(gate.delete("/profiles/of-others").statusCode()).isEqualTo(403);
        assertThat(json(gate.get("/profiles")).get("profiles"))
                .singleElement()
                .satisfies(profile ->
                        assertThat(profile.get("profile").textValue()).isEqualTo("of-gate"));
        assertThat(gate.delete("/profiles/of-gate").statusCode()).isEqualTo(204);
        assertThat(text(operator.get("/profiles/of-others" + ENTRY))).isEqualTo("x");
    }

    @Test
    void aViewerReadsAllButBodies() {
        Client.operator().put("/profiles/of-others" + ENTRY, "x");
        Client guest = Client.guest();

        assertThat(guest.get("/profiles").statusCode()).isEqualTo(200);
        assertThat(text(guest.get("/profiles/of-others/entries/notes"))).contains("\"k\"");
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
            assertThat(guest.send(method, "/profiles/of-others" + ENTRY, BodyPublishers.noBody())
                            .statusCode())
                    .as(method)
                    .isEqualTo(403);
        }
        assertThat(guest.get("/profiles/of-others/export").statusCode()).isEqualTo(403);
        assertThat(guest.delete("/profiles/of-others").statusCode()).isEqualTo(403);
    }

    @Test
    void aRefusalIsAProblem() {
        HttpResponse<byte[]> answer = Client.guest().delete("/profiles/of-others");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("status").intValue()).isEqualTo(403);
    }

    @Test
    void aFormOnAnotherSiteChangesNothing() {
        assertThat(Client.operator()
                        .delete("/profiles/of-others", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void withoutAConfiguredPasswordOneIsMadeAtEachStartAndShownOnce() throws IOException {
        List<String> shown = generated();

        assertThat(shown).isNotEmpty().doesNotHaveDuplicates();
        String last = shown.get(shown.size() - 1);
        assertThat(new Client(Nodes.b(), "operator", last).get("/profiles").statusCode())
                .isEqualTo(200);
        assertThat(new Client(Nodes.b(), "operator", Client.OPERATOR_PASSWORD)
                        .get("/profiles")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Files.readString(Nodes.a().log())).doesNotContainPattern(GENERATED);
    }

    @Test
    void wrongPasswordsAreHeldBackLongerAndLongerWhileTheRightOneIsNot() {
        Client wrong = new Client(Nodes.a(), "operator", "guess");
        long start = System.nanoTime();
        for (int i = 0; i < 4; i++) {
            assertThat(wrong.get("/profiles").statusCode()).isEqualTo(401);
        }
        // 100, 200, 400 and 800 ms
        assertThat(System.nanoTime() - start).isGreaterThan(1_400_000_000L);

        CompletableFuture<HttpResponse<byte[]>> heldBack = wrong.getLater("/profiles");
        assertThat(Client.operator().get("/profiles").statusCode()).isEqualTo(200);
        assertThat(heldBack).isNotDone();
        assertThat(heldBack.join().statusCode()).isEqualTo(401);
    }

    private static List<String> generated() throws IOException {
        return GENERATED
                .matcher(Files.readString(Nodes.b().log()))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
