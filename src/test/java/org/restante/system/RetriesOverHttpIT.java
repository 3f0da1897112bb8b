package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.system.Client.header;
import static org.restante.system.Client.json;
import static org.restante.system.RetryRequests.base64;
import static org.restante.system.RetryRequests.problem;
import static org.restante.system.RetryRequests.sent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.Scenario;

/** The rows RetryCache of the HTTP contract. */
@Scenario("W1")
class RetriesOverHttpIT {

    private static final String PROFILE = "/profiles/http-retries";
    private static final String RETRIES = PROFILE + "/retries";
    private static final String EMPTY = "{'count':0,'bound':512,'timeToLive':'PT5M'}";
    private static final String ALICE = "{'requester':'alice'}";
    private static final long TIME_TO_LIVE = 300_000;
    private static final int MAX_MESSAGE = 1 << 20;

    private final Client client = Client.operator();
    private final RetryRequests retries = new RetryRequests(client, PROFILE);
    private final long now = System.currentTimeMillis();

    @BeforeEach
    void anEmptyProfile() {
        Nodes.bothRunning();
        assertThat(client.delete(PROFILE).statusCode()).isEqualTo(204);
    }

    @Test
    @Scenario("R1")
    void whatWasPutComesBackOnlyThere() throws IOException {
        String message = sent(now, "AP8Q", "{'type':'text','':'😀','line':'a\\nb'}");
        retries.keep("3EB0", message);

        HttpResponse<byte[]> answer = retries.get("3EB0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree(message.replace('\'', '"')));
        problem(retries.get("3eb0"), 404);
        problem(retries.get("3EB0%20"), 404);
        problem(client.get("/profiles/http-retries-2/retries/3EB0"), 404);
        assertThat(json(client.get(PROFILE + "/entries/retry-cache")).get("keys"))
                .isEmpty();
    }

    @Test
    @Scenario("R1")
    void withoutAttributesTheyAreEmpty() {
        retries.keep("m", "{'recipient':'491@s.whatsapp.net','message':'','timestamp':" + now + "}");

        JsonNode found = json(retries.get("m"));

        assertThat(found.get("message").textValue()).isEmpty();
        assertThat(found.get("attributes")).isEmpty();
    }

    @Test
    @Scenario("R7")
    void aHitDoesNotConsumeAndWhatWasDeletedIsGone() {
        retries.keep("m", sent(now));
        assertThat(retries.get("m").statusCode()).isEqualTo(200);
        assertThat(retries.get("m").statusCode()).isEqualTo(200);

        assertThat(retries.delete("m").statusCode()).isEqualTo(204);
        assertThat(retries.delete("m").statusCode()).isEqualTo(204);

        problem(retries.get("m"), 404);
        assertThat(retries.summary()).isEqualTo(EMPTY);
    }

    @Test
    @Scenario({"R3", "R4"})
    void overTheBoundTheLowestTimestampGoesWhicheverIsPut() {
        IntStream.range(0, 512).forEach(i -> retries.keep("m" + i, sent(now + i)));
        retries.keep("newest", sent(now + 512));
        retries.keep("oldest", sent(now - 1));

        assertThat(retries.summary()).isEqualTo("{'count':512,'bound':512,'timeToLive':'PT5M'}");
        problem(retries.get("m0"), 404);
        problem(retries.get("oldest"), 404);
        assertThat(retries.get("m1").statusCode()).isEqualTo(200);
        assertThat(retries.get("newest").statusCode()).isEqualTo(200);
    }

    @Test
    @Scenario("R5")
    void aMessageThatIsOlderThanTheTimeToLiveIsTakenAndNotThere() {
        retries.keep("m", sent(now - TIME_TO_LIVE - 60_000));

        problem(retries.get("m"), 404);
        assertThat(retries.summary()).isEqualTo(EMPTY);
    }

    @Test
    @Scenario("R12")
    void theSixthAttemptOfOneRequesterIsRefusedAlsoAtAMessageThatIsNotThere() {
        for (int used = 1; used <= 5; used++) {
            HttpResponse<byte[]> allowed = retries.attempt("m", ALICE);
            assertThat(allowed.statusCode()).isEqualTo(200);
            assertThat(json(allowed)).hasToString("{\"allowed\":true,\"used\":" + used + ",\"limit\":5}");
        }

        JsonNode refused = problem(retries.attempt("m", ALICE), 429);

        assertThat(refused.get("allowed").booleanValue()).isFalse();
        assertThat(refused.get("used").intValue()).isEqualTo(5);
        assertThat(refused.get("limit").intValue()).isEqualTo(5);
        assertThat(retries.attempt("m", "{'requester':'bob'}").statusCode()).isEqualTo(200);
    }

    @Test
    void aWipedProfileHasNoSentMessagesAndNoAttemptsLeft() {
        retries.keep("m", sent(now));
        IntStream.range(0, 6).forEach(i -> retries.attempt("m", ALICE));

        assertThat(client.delete(PROFILE).statusCode()).isEqualTo(204);

        problem(retries.get("m"), 404);
        assertThat(retries.summary()).isEqualTo(EMPTY);
        assertThat(json(retries.attempt("m", ALICE)).get("used").intValue()).isEqualTo(1);
    }

    @Test
    void aChangeUnderALockThatIsNotLiveIsRefused() {
        String lock = "?lock=room&lockToken=1";
        retries.keep("m", sent(now));

        problem(retries.delete("m" + lock), 409);
        problem(retries.put("other" + lock, sent(now)), 409);
        problem(retries.send("POST", RETRIES + "/m/attempts" + lock, ALICE), 409);

        assertThat(retries.get("m").statusCode()).isEqualTo(200);
        assertThat(retries.summary()).startsWith("{'count':1,");
        assertThat(json(retries.attempt("m", ALICE)).get("used").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'message':'YQ==','timestamp':NOW}                                                | recipient",
                "{'recipient':'','message':'YQ==','timestamp':NOW}                                 | recipient",
                "{'recipient':7,'message':'YQ==','timestamp':NOW}                                  | recipient",
                "{'recipient':'r','timestamp':NOW}                                                 | message",
                "{'recipient':'r','message':'not base64!','timestamp':NOW}                         | message",
                "{'recipient':'r','message':'YQ=='}                                                | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':-1}                                 | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':'NOW'}                              | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':1.5}                                | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':99999999999999999999}               | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':9223372036854775807}                | timestamp",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'attributes':{'k':7}}           | attributes.k",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'attributes':{'k':null}}        | attributes.k",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'attributes':{'k':['v']}}       | attributes.k",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'attributes':{'k':'\\ud83d'}}   | attributes",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'attributes':'k'}               | attributes",
                "{'recipient':'r','message':'YQ==','timestamp':NOW,'more':1}                       | more",
                "{'recipient':'r'                                                                  | body",
                "[]                                                                                | body",
                "null                                                                              | body",
                "``                                                                                | body",
            })
    void whatCannotBeKeptIsRefusedByNameAndNothingIsStored(String json, String field) {
        JsonNode problem = problem(retries.put("m", json.replace("NOW", String.valueOf(now))), 400);

        assertThat(problem.get("field").textValue()).isEqualTo(field);
        problem(retries.get("m"), 404);
        assertThat(retries.summary()).isEqualTo(EMPTY);
    }

    @Test
    @Scenario({"R6", "W2"})
    void aLimitThatIsBrokenIsNamedAndOneThatIsJustKeptIsNot() {
        assertThat(refusal("m", sent(now + TIME_TO_LIVE + 60_000)))
                .contains("timestamp must be at most PT5M ahead of the clock");
        assertThat(refusal("m", sent(now, base64(MAX_MESSAGE + 1), "{}")))
                .contains("message must have at most 1048576 bytes, but has 1048577");
        assertThat(refusal("m", sent(now, "", "{'k':'" + "x".repeat(65_536) + "'}")))
                .contains("attributes must have at most 65536 characters in all");
        assertThat(refusal("x".repeat(513), sent(now))).contains("id must have at most 512 characters");
        assertThat(retries.summary()).isEqualTo(EMPTY);

        retries.keep("%F0%9F%98%80".repeat(512), sent(now + TIME_TO_LIVE - 60_000));
        retries.keep("m", sent(now, base64(MAX_MESSAGE), "{'k':'" + "x".repeat(65_535) + "'}"));
        assertThat(json(retries.get("m")).get("message").textValue()).isEqualTo(base64(MAX_MESSAGE));
        assertThat(retries.summary()).startsWith("{'count':2,");
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                   | requester",
                "{'requester':null}   | requester",
                "{'requester':''}     | requester",
                "{'requester':7}      | requester",
                "{'who':'alice'}      | who",
                "``                   | body",
            })
    void anAttemptOfNobodyIsRefusedByName(String json, String field) {
        assertThat(problem(retries.attempt("m", json), 400).get("field").textValue())
                .isEqualTo(field);
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource({
        "/profiles/~Li4,m,profile",
        "/profiles/p,~,id",
        "/profiles/p,'',id",
        "/profiles/p,~AA,id",
        "/profiles/p,~_w,id",
        "/profiles/p,%FF,id",
    })
    void aNameThatIsNotOneIsRefusedInEveryOperation(String profile, String id, String field) {
        RetryRequests elsewhere = new RetryRequests(client, profile);
        if (!Servers.passOn(id)) {
            assertThat(elsewhere.get(id).body()).isEmpty();
            return;
        }

        assertThat(problem(elsewhere.get(id), 400).get("field").textValue()).isEqualTo(field);
        assertThat(problem(elsewhere.delete(id), 400).get("field").textValue()).isEqualTo(field);
        assertThat(problem(elsewhere.put(id, sent(now)), 400).get("field").textValue())
                .isEqualTo(field);
    }

    @Test
    @Scenario("W2")
    void otherMediaTypesAndMethodsAndTooLargeBodiesAreRefused() {
        problem(client.put(RETRIES + "/m", "{}", "Content-Type", "text/plain"), 415);
        problem(client.delete(RETRIES), 405);
        problem(retries.send("POST", RETRIES + "/m", "{}"), 405);
        problem(client.get(RETRIES + "/m/attempts"), 405);
        problem(retries.put("m", sent(now, base64(12_600_000), "{}")), 413);
    }

    @Test
    @Scenario("W3")
    void aClientHasThoseOfItsProfilesAndAViewerReadsNone() {
        retries.keep("m", sent(now));
        RetryRequests own = new RetryRequests(Client.gate(), "/profiles/of-gate");
        RetryRequests others = retries.as(Client.gate());
        RetryRequests viewer = retries.as(Client.guest());

        assertThat(own.put("m", sent(now)).statusCode()).isEqualTo(204);
        assertThat(own.get("m").statusCode()).isEqualTo(200);
        assertThat(own.delete("m").statusCode()).isEqualTo(204);
        problem(others.put("m", sent(now)), 403);
        problem(others.get("m"), 403);
        problem(others.client().get(RETRIES), 403);

        assertThat(viewer.summary()).startsWith("{'count':1,");
        problem(viewer.get("m"), 403);
        problem(viewer.get("m/"), 403);
        problem(viewer.delete("m"), 403);
        problem(viewer.attempt("m", ALICE), 403);
    }

    private String refusal(String id, String json) {
        return problem(retries.put(id, json), 400).get("detail").textValue();
    }
}
