package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

/** The rows KeyStore of the HTTP contract. */
@Scenario("W1")
class KeysOverHttpIT {

    private static final String PROFILE = "/profiles/http-keys";
    private static final String KEYS = PROFILE + "/keys";

    private final Client client = Client.operator();

    @BeforeEach
    void anEmptyProfile() {
        Nodes.bothRunning();
        assertThat(client.delete(PROFILE).statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario("K1")
    void keysAreSetAndReadSeveralAtATime() {
        set("{'session':{'alice.1':'YQ==','bob.1':'Yg=='},'pre-key':{'7':'AP8='}}");

        assertThat(read("{'session':['alice.1','carol.1','bob.1'],'pre-key':['7'],'sender-key':['x']}"))
                .hasToString("{'session':{'alice.1':'YQ==','bob.1':'Yg=='},'pre-key':{'7':'AP8='},'sender-key':{}}"
                        .replace('\'', '"'));
        assertThat(client.get(PROFILE + "/entries/session/alice.1").body()).isEqualTo(new byte[] {'a'});
    }

    @Test
    @Scenario({"K1", "K18"})
    void nullDeletesWhetherThereIsOneOrNot() {
        set("{'session':{'alice.1':'YQ==','bob.1':'Yg=='}}");

        set("{'session':{'alice.1':null,'nobody':null,'bob.1':'YmI='}}");

        assertThat(read("{'session':['alice.1','bob.1','nobody']}")).hasToString("{\"session\":{\"bob.1\":\"YmI=\"}}");
    }

    @Test
    @Scenario("K17")
    void deleteWipesEveryTypeAndLeavesTheCredentials() {
        set("{'session':{'alice.1':'YQ=='},'unheard-of':{'x':'eA=='}}");
        client.put(PROFILE + "/entries/creds/self", "{}", "Content-Type", "application/json");

        assertThat(client.delete(KEYS).statusCode()).isEqualTo(204);
        assertThat(client.delete(KEYS).statusCode()).isEqualTo(204);

        assertThat(read("{'session':['alice.1'],'unheard-of':['x']}"))
                .hasToString("{\"session\":{},\"unheard-of\":{}}");
        assertThat(text(client.get(PROFILE + "/entries/creds/self"))).isEqualTo("{}");
    }

    @Test
    void valuesThatComeFromElsewhereAreGivenAsTheirBytes() {
        client.put(PROFILE + "/entries/session/alice.1", "{\"a\":1}", "Content-Type", "application/json");

        assertThat(read("{'session':['alice.1']}")).hasToString("{\"session\":{\"alice.1\":\"eyJhIjoxfQ==\"}}");
    }

    @Test
    void nothingAskedForAndNothingToSetAreFine() {
        assertThat(read("{}")).hasToString("{}");
        assertThat(read("{'session':[]}")).hasToString("{\"session\":{}}");
        set("{}");
        set("{'session':{}}");
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'session':{'a':'YQ==','b':'not base64!'}}                 | session.b",
                "{'session':{'a':'YQ==','b':5}}                             | session.b",
                "{'session':{'a':'YQ=='},'pre-key':null}                    | pre-key",
                "{'session':{'a':'YQ=='},'pre-key':['7']}                   | pre-key",
                "{'session':{'a':'YQ=='},'creds':{'self':'YQ=='}}           | type",
                "{'session':{'a':'YQ=='},'':{'x':'YQ=='}}                   | namespace",
                "{'session':{'a':'YQ==','':'YQ=='}}                         | key",
                "{'session':{'a':'YQ=='},'session':{'b':'YQ=='}}            | body",
                "{'session':{'a':'YQ=='                                     | body",
                "[]                                                         | body",
                "null                                                       | body",
                "''                                                         | body",
            })
    void whatCannotBeSetIsRefusedByNameAndNothingIsSet(String body, String field) {
        JsonNode problem = problem(post(KEYS, body), 400);

        assertThat(problem.get("field").textValue()).isEqualTo(field);
        assertThat(read("{'session':['a']}")).hasToString("{\"session\":{}}");
    }

    @Test
    @Scenario("W2")
    void whatIsNoBase64IsCalledSo() {
        assertThat(problem(post(KEYS, "{'session':{'a':'not base64!'}}"), 400)
                        .get("detail")
                        .textValue())
                .contains("session.a must be base64");
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'creds':['self']}     | type",
                "{'session':'alice.1'}  | session",
                "{'session':null}       | session",
                "{'session':[null]}     | id",
                "{'session':[7]}        | session.0",
                "{'session':['']}       | id",
            })
    void whatCannotBeReadIsRefusedByName(String body, String field) {
        assertThat(problem(post(KEYS + "/read", body), 400).get("field").textValue())
                .isEqualTo(field);
    }

    @Test
    @Scenario("W2")
    void otherMediaTypesAndMethodsAndTooLargeBodiesAreRefused() {
        problem(client.send("POST", KEYS, BodyPublishers.ofString("{}"), "Content-Type", "text/plain"), 415);
        problem(client.get(KEYS), 405);
        problem(client.get(KEYS + "/read"), 405);
        problem(post(KEYS, "{'session':{'a':'" + "YWFh".repeat(4_200_000) + "'}}"), 413);
    }

    @ParameterizedTest
    @Scenario("W3")
    @ValueSource(strings = {"", "/read"})
    void onlyThoseWhoMaySeeTheProfileAndItsBodiesMayAsk(String path) {
        assertThat(post(Client.gate(), KEYS + path, "{}").statusCode()).isEqualTo(403);
        assertThat(post(Client.guest(), KEYS + path, "{}").statusCode()).isEqualTo(403);
        assertThat(post(Client.gate(), "/profiles/of-gate/keys" + path, "{}").statusCode())
                .isLessThan(300);
    }

    private void set(String json) {
        assertThat(post(KEYS, json).statusCode()).isEqualTo(204);
    }

    private JsonNode read(String json) {
        HttpResponse<byte[]> answer = post(KEYS + "/read", json);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<byte[]> post(String path, String json) {
        return post(client, path, json);
    }

    private static HttpResponse<byte[]> post(Client client, String path, String json) {
        String body = json.equals("''") ? "" : json.replace('\'', '"');
        return client.send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static JsonNode problem(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        return json(answer);
    }
}
