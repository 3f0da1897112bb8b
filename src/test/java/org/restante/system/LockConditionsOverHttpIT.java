package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.ChatRequests.done;
import static org.restante.system.ChatRequests.ok;
import static org.restante.system.Client.json;
import static org.restante.system.Client.text;
import static org.restante.system.RetryRequests.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.restante.testing.Scenario;

/** Changes that are done only while a conversation is the caller's. */
@Scenario({"W1", "C8"})
class LockConditionsOverHttpIT {

    private static final String SENT = RetryRequests.sent(System.currentTimeMillis(), "YQ==", "{}");

    private final ChatRequests chat = new ChatRequests(Client.operator(), "/profiles/lock-" + UUID.randomUUID());

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    private HttpResponse<byte[]> get(String path) {
        return chat.client().get(chat.profile() + path);
    }

    private static String under(String token) {
        return "?lock=a%20b%2Fc&lockToken=" + token;
    }

    private String token(String lease) {
        return chat.token("~YSBiL2M", lease);
    }

    @Test
    void changesAreDoneWhileTheLockIsLive() {
        String token = token("PT1M");

        done(chat.below("PUT", "/entries/notes/k" + under(token), "{}"));
        done(chat.below("POST", "/keys" + under(token), "{'session':{'a':'YQ=='}}"));
        done(chat.below("PUT", "/retries/m" + under(token), SENT));
        done(chat.put("threads/t" + under(token), "{'x':1}"));
        assertThat(json(ok(chat.post("dedupe" + under(token), "{'key':'r:1'}")))
                        .get("duplicate")
                        .booleanValue())
                .isFalse();

        assertThat(text(get("/entries/notes/k"))).isEqualTo("{}");
        assertThat(text(get("/entries/session/a"))).isEqualTo("a");
        assertThat(get("/retries/m").statusCode()).isEqualTo(200);
        assertThat(chat.text("threads/t")).isEqualTo("{'x':1}");
        done(chat.client().delete(chat.profile() + "/entries/notes/k" + under(token)));
        problem(get("/entries/notes/k"), 404);
    }

    @Test
    void nothingIsChangedUnderATokenThatIsNotTheLocksAnyMore() {
        done(chat.below("PUT", "/entries/notes/k", "'before'"));
        String stale = token("PT1M");
        ok(chat.delete("locks/~YSBiL2M?token=" + stale));

        refused(stale);
        token("PT1M");
        refused(stale);
        refused("no-number");
    }

    @Test
    void nothingIsChangedOnceTheLeaseIsOver() {
        done(chat.below("PUT", "/entries/notes/k", "'before'"));
        String token = token("PT0.1S");
        await().until(() -> json(chat.get("locks")).get("locks").isEmpty());

        refused(token);
    }

    private void refused(String token) {
        String entry = "/entries/notes/k" + under(token);
        JsonNode problem = problem(chat.below("PUT", entry, "'after'"), 409);
        assertThat(problem.get("detail").textValue()).contains("nothing was changed");
        problem(chat.client().delete(chat.profile() + entry), 409);
        problem(chat.client().delete(chat.profile() + under(token)), 409);
        problem(chat.client().delete(chat.profile() + "/keys" + under(token)), 409);
        problem(chat.below("POST", "/keys" + under(token), "{'session':{'a':'YQ=='}}"), 409);
        problem(chat.below("PUT", "/retries/m" + under(token), SENT), 409);
        problem(chat.below("POST", "/retries/m/attempts" + under(token), "{'requester':'r'}"), 409);
        problem(chat.put("values/v" + under(token), "1"), 409);
        problem(chat.post("queues/q" + under(token), "1"), 409);
        problem(chat.put("snapshot" + under(token), "{}"), 409);
        problem(
                chat.client()
                        .send(
                                "POST",
                                chat.profile() + "/import" + under(token),
                                BodyPublishers.ofString("x"),
                                "Content-Type",
                                "application/zip"),
                409);

        assertThat(text(get("/entries/notes/k"))).isEqualTo("\"before\"");
        problem(get("/entries/session/a"), 404);
        problem(get("/retries/m"), 404);
        problem(chat.get("values/v"), 404);
        assertThat(chat.text("queues/q")).isEqualTo("{'depth':0}");
    }

    @Test
    void whatIsRefusedUnderALiveLockIsToldAsEver() {
        String token = token("PT1M");
        done(chat.put("values/k", "1"));

        problem(chat.put("values/k" + under(token) + "&ifAbsent=true", "2"), 412);
        assertThat(problem(chat.post("queues/k" + under(token) + "&maxSize=0", "2"), 400)
                        .get("field")
                        .textValue())
                .isEqualTo("maxSize");
        assertThat(problem(chat.put("snapshot" + under(token), "{}"), 422)
                        .get("path")
                        .textValue())
                .isEqualTo("/version");
        problem(chat.put("values/k" + under(token), "\"" + "x".repeat(16 << 20) + "\""), 413);
        problem(
                chat.client()
                        .send(
                                "PUT",
                                chat.profile() + "/entries/notes/k" + under(token),
                                BodyPublishers.ofString("x"),
                                "If-Match",
                                "\"7\""),
                412);

        assertThat(chat.text("values/k")).isEqualTo("1");
        done(chat.put("values/k" + under(token), "3"));
    }

    /** Deleting wipes chat first and entries last, which the database refuses here. */
    @Test
    @Scenario("C13")
    void whatFailsHalfwayIsUndone() {
        String profile = chat.profile().substring("/profiles/".length());
        String token = token("PT1M");
        done(chat.put("values/k", "1"));
        done(chat.below("PUT", "/entries/notes/k", "{}"));
        Database.run(
                Database.NODES,
                "create function refused() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'refused'; end $$");
        try {
            Database.run(
                    Database.NODES,
                    "create trigger refused before delete on restante_entry for each row when (old.profile = '"
                            + profile + "') execute function refused()");

            problem(chat.client().delete(chat.profile() + under(token)), 503);
        } finally {
            Database.run(Database.NODES, "drop function refused cascade");
        }

        assertThat(chat.text("values/k")).isEqualTo("1");
        done(chat.put("values/k" + under(token), "2"));
    }

    @Test
    void theLockMayBeTheOneThatIsChanged() {
        String token = token("PT1M");

        ok(chat.put("locks/~YSBiL2M" + under(token), "{'token':'" + token + "','lease':'PT2M'}"));
        ok(chat.delete("locks/~YSBiL2M" + under(token) + "&token=" + token));
        problem(chat.put("values/k" + under(token), "1"), 409);
    }

    @Test
    void aProfileIsWipedUnderItsLockAndTheLockIsGoneToo() {
        String token = token("PT1M");
        done(chat.put("values/k", "1"));

        done(chat.client().delete(chat.profile() + under(token)));

        problem(chat.get("values/k"), 404);
        problem(chat.put("values/k" + under(token), "1"), 409);
    }

    @Test
    void readingNeedsNoLock() {
        done(chat.put("values/k", "1"));

        for (String path : List.of("values/k", "locks")) {
            ok(chat.get(path + under("1")));
        }
    }

    @ParameterizedTest
    @Scenario("W2")
    @CsvSource({"?lock=k,lockToken", "?lockToken=7,lock", "?lock=&lockToken=7,lock", "?lock=k&lockToken=,lockToken"})
    void halfAConditionIsRefusedByName(String query, String field) {
        assertThat(problem(chat.put("values/k" + query, "1"), 400).get("field").textValue())
                .isEqualTo(field);
        problem(chat.get("values/k"), 404);
    }
}
