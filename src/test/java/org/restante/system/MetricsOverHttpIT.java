package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** What is done is measured. */
@Scenario("W5")
class MetricsOverHttpIT {

    private static final Path DOCS = Settings.SOURCES.resolve("../docs");
    private static final Pattern NAME = Pattern.compile("restante_[a-z_]+");
    private static final String STALE = "restante_stale_tokens_total{capability=\"%s\"}";
    private static final String CLAIMS = "restante_claims_total{outcome=\"%s\"}";

    private final String profile = "metrics-" + UUID.randomUUID();
    private final Client client = Client.operator();
    private final RetryRequests retries = new RetryRequests(client, "/profiles/" + profile);
    private final ChatRequests chat = new ChatRequests(client, "/profiles/" + profile);
    private final DedupRequests dedup = new DedupRequests(client, "/dedup/" + profile);

    @BeforeEach
    void theNodes() {
        Nodes.bothRunning();
    }

    @Test
    void entriesAreCountedByWhatCameOfThem() {
        String entry = "/profiles/" + profile + "/entries/notes/k";
        Figures before = Figures.of(Nodes.a());

        client.get(entry);
        client.put(entry, "v", "Content-Type", "text/plain");
        client.put(entry, "w", "Content-Type", "text/plain", "If-None-Match", "*");
        client.get(entry);
        damage();
        assertThat(client.get(entry).statusCode()).isEqualTo(422);

        Figures after = Figures.of(Nodes.a());
        rose(before, after, "storage", "lookup", "absent");
        rose(before, after, "storage", "put", "done");
        rose(before, after, "storage", "put_expected", "conflict");
        rose(before, after, "storage", "lookup", "found");
        rose(before, after, "storage", "lookup", "unreadable");
        rose(before, after, "restante_unreadable_entries_total");
    }

    @Test
    void keysAndTheWaitsForTheirLocksAreCounted() {
        String keys = "/profiles/" + profile + "/keys";
        Figures before = Figures.of(Nodes.a());

        post(keys, "{'session':{'a':'YQ=='}}");
        post(keys + "/read", "{'session':['a']}");
        transaction();

        Figures after = Figures.of(Nodes.a());
        rose(before, after, "keystore", "set", "done");
        rose(before, after, "keystore", "read", "done");
        rose(before, after, "keystore", "transaction", "done");
        rose(before, after, "restante_lock_wait_seconds_count{outcome=\"claimed\"}");
    }

    @Test
    void sentMessagesAreCountedAndAttemptsAtThem() {
        Figures before = Figures.of(Nodes.a());

        retries.keep("m1", RetryRequests.sent(System.currentTimeMillis()));
        retries.get("m1");
        retries.get("m2");
        for (int i = 0; i < 6; i++) {
            retries.attempt("m1", "{'requester':'alice'}");
        }

        Figures after = Figures.of(Nodes.a());
        rose(before, after, "retry", "put", "done");
        rose(before, after, "retry", "get", "found");
        rose(before, after, "retry", "get", "absent");
        rose(before, after, "retry", "attempt", "refused");
        assertThat(after.operations("retry", "attempt", "allowed"))
                .isEqualTo(before.operations("retry", "attempt", "allowed") + 5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sizes()).isEqualTo(1));
    }

    @Test
    void claimsAreCountedByOutcomeAndSoAreTakeOversAndStaleTokens() {
        Figures before = Figures.of(Nodes.a());

        String token = dedup.claimed("k", "{'fingerprint':'a'}").get("token").textValue();
        dedup.claim("k");
        dedup.complete("k", token, "YQ==");
        dedup.claim("k");
        dedup.claim("k", "{'fingerprint':'b'}");
        String slow = dedup.claimed("late", "{'lease':'PT0.1S'}").get("token").textValue();
        await().until(() -> dedup.claim("late").statusCode() == 201);
        assertThat(dedup.complete("late", slow, "YQ==").statusCode()).isEqualTo(409);

        Figures after = Figures.of(Nodes.a());
        rose(before, after, CLAIMS.formatted("taken_over"));
        rose(before, after, CLAIMS.formatted("completed"));
        rose(before, after, CLAIMS.formatted("mismatch"));
        rose(before, after, STALE.formatted("dedup"));
        rose(before, after, "dedup", "complete", "done");
        rose(before, after, "dedup", "complete", "stale");
        assertThat(after.get(CLAIMS.formatted("claimed"))).isEqualTo(before.get(CLAIMS.formatted("claimed")) + 2);
        assertThat(after.get(CLAIMS.formatted("in_flight"))).isGreaterThan(before.get(CLAIMS.formatted("in_flight")));
    }

    @Test
    void conversationsAreCountedByWhoHasThem() {
        Figures before = Figures.of(Nodes.a());

        chat.lock("room", "a", "reject", "{}");
        chat.lock("room", "b", "reject", "{}");
        assertThat(chat.put("locks/room", "{'token':'999999999','lease':'PT1S'}")
                        .statusCode())
                .isEqualTo(409);
        chat.post("dedupe", "{'key':'room:m'}");
        chat.post("dedupe", "{'key':'room:m'}");

        Figures after = Figures.of(Nodes.a());
        rose(before, after, "chat", "lock", "claimed");
        rose(before, after, "chat", "lock", "busy");
        rose(before, after, "chat", "extend", "stale");
        rose(before, after, STALE.formatted("chat"));
        rose(before, after, "chat", "mark_dedupe", "first");
        rose(before, after, "chat", "mark_dedupe", "duplicate");
    }

    @Test
    void thePurgeTheClockAndTheClusterAreTold() {
        Figures figures = Figures.of(Nodes.a());

        assertThat(figures.get("restante_purge_lag_seconds{capability=\"dedup\"}"))
                .isBetween(0.0, 60.0);
        assertThat(figures.get("restante_purge_lag_seconds{capability=\"chat\"}"))
                .isBetween(0.0, 60.0);
        assertThat(figures.values()).containsKey("restante_clock_skew_seconds");
        assertThat(figures.get("restante_clock_skew_seconds")).isBetween(-1.0, 1.0);
        assertThat(figures.get("restante_cluster_members")).isEqualTo(2.0);
        assertThat(figures.values()).containsKey("restante_transaction_retries_total{capability=\"keystore\"}");
    }

    @Test
    void theyAreThereWithinFiftyMilliseconds() {
        long fastest = Long.MAX_VALUE; // others have the processor meanwhile
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            Figures.of(Nodes.a());
            fastest = Math.min(fastest, System.nanoTime() - begun);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void whatTheDashboardAsksForIsThereAndWhatIsThereIsExplained() throws IOException {
        retries.keep("m", RetryRequests.sent(System.currentTimeMillis()));
        transaction();
        await().atMost(Duration.ofSeconds(30)).until(() -> sizes() > 0);
        Set<String> there = Figures.of(Nodes.a()).names();

        Set<String> asked = names(DOCS.resolve("grafana/restante.json"));
        asked.remove("restante_");
        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(there).containsAll(asked);

        Set<String> explained = names(DOCS.resolve("operations.md"));
        there.removeIf(name -> name.matches("restante_(operation|lock_wait)_seconds_.*"));
        assertThat(explained).containsAll(there).contains("restante_operation_seconds", "restante_lock_wait_seconds");
    }

    private double sizes() {
        return Figures.of(Nodes.a()).get("restante_retry_cache_messages{profile=\"" + profile + "\"}");
    }

    private void transaction() {
        HttpResponse<String> done =
                Nodes.send(HttpRequest.newBuilder(Nodes.a().uri(KeysServlet.PATH + "?profile=" + profile + "&count=1"))
                        .POST(BodyPublishers.noBody()));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private void damage() {
        Database.run(
                Database.NODES, "update restante_entry set header = '\\xff'::bytea where profile = '" + profile + "'");
    }

    private void post(String path, String json) {
        HttpResponse<byte[]> answer = client.send(
                "POST", path, BodyPublishers.ofString(json.replace('\'', '"')), "Content-Type", "application/json");
        assertThat(answer.statusCode()).as(Client.text(answer)).isBetween(200, 204);
    }

    private static void rose(Figures before, Figures after, String capability, String operation, String outcome) {
        assertThat(after.operations(capability, operation, outcome))
                .as(capability + " " + operation + " " + outcome)
                .isEqualTo(before.operations(capability, operation, outcome) + 1);
    }

    private static void rose(Figures before, Figures after, String series) {
        assertThat(after.get(series)).as(series).isEqualTo(before.get(series) + 1);
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        NAME.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(names::add);
        return names;
    }
}
