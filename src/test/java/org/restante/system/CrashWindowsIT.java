package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/**
 * A server is killed while it handles a message of a real queue, in each window of the handler's life in turn; as often as
 * {@code -Drestante.crashes=…} says, and once in each window unless it says anything.
 */
class CrashWindowsIT {

    private static final List<CrashWindow> WINDOWS = List.of(CrashWindow.values());
    private static final int CRASHES = Integer.getInteger("restante.crashes", WINDOWS.size());
    private static final Duration SOON = Duration.ofMinutes(3);

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ServerNode node = new ServerNode(
            "crashing",
            700,
            properties(),
            PackagedEar.open()
                    .with(CrashWindow.class, CrashingWork.class, JoinedCrashBean.class, IndependentCrashBean.class)
                    .with(CrashServlet.class)
                    .file(Settings.WORK.resolve("crashing.ear")));

    @BeforeEach
    void makeTables() {
        Database.run(Database.NODES, "create table if not exists crash_effect (mode text, id text)");
        Database.run(
                Database.NODES,
                "create table if not exists crash_run"
                        + " (mode text, id text, attempt int, lease_until timestamptz, at timestamptz)");
    }

    @AfterEach
    void kill() {
        node.kill();
    }

    @Test
    @Scenario({"D6", "D12", "D14"})
    void whereverItIsKilledEachMessageHasItsEffectOnceAndNoneIsLost() {
        Map<CrashWindow, Integer> windows = new LinkedHashMap<>();
        for (int crash = 0; crash < CRASHES; crash++) {
            CrashWindow window = WINDOWS.get(crash % WINDOWS.size());
            String id = run + "-" + window + "-" + crash;
            node.start();
            send(id, window);
            await(id).until(() -> status().startsWith("2 "));
            node.kill();

            node.start();
            await(id).untilAsserted(() -> {
                assertThat(completed(id)).isEqualTo(2);
                assertThat(status()).isEqualTo("0 0");
            });
            windows.merge(window, 1, Integer::sum);
        }

        Map<String, String> outcomes = new TreeMap<>();
        for (String mode : List.of(JoinedCrashBean.MODE, IndependentCrashBean.MODE)) {
            windows.forEach((window, crashes) -> {
                assertThat(ask("select count(*) from crash_effect where mode = '%s' and id like '%s-%s-%%'"
                                .formatted(mode, run, window)))
                        .as("effects in %s, %s", mode, window)
                        .isEqualTo(String.valueOf(crashes));
                outcomes.put(mode + " " + window, crashes + " killed, attempts: " + attempts(mode, window));
            });
        }

        outcomes.forEach(CrashWindowsIT::report);
        assertNeverTwoLiveHandlers();
    }

    /** Who handles it as the second attempt began after the lease of the first. */
    private void assertNeverTwoLiveHandlers() {
        assertThat(ask("select count(*) from crash_run a join crash_run b on a.mode = b.mode and a.id = b.id"
                        + " and b.attempt > a.attempt and b.at < a.lease_until where a.mode = 'independent' and a.id like '"
                        + run + "%'"))
                .isEqualTo("0");
        assertThat(ask(
                        "select count(*) from (select id, attempt from crash_run where mode = 'independent' and id like '"
                                + run + "%' group by id, attempt having count(*) > 1) twice"))
                .isEqualTo("0");
    }

    /** How many messages were handled to their ends in which attempt. */
    private String attempts(String mode, CrashWindow window) {
        return ask("select string_agg(n || ' x ' || runs, ', ') from (select runs, count(*) n from (select id, count(*)"
                + " runs from crash_run where mode = '%s' and id like '%s-%s-%%' group by id) r group by runs) s"
                        .formatted(mode, run, window));
    }

    private static int completed(String id) {
        return Integer.parseInt(
                ask("select count(*) from restante_dedup where namespace like 'crash-%' and dedup_key = '" + id
                        + "' and receipt is not null"));
    }

    private static ConditionFactory await(String id) {
        return Awaitility.await(id).atMost(SOON).pollInterval(Duration.ofMillis(50));
    }

    private void send(String id, CrashWindow window) {
        var answer = Nodes.send(HttpRequest.newBuilder(node.uri(CrashServlet.PATH + "?id=" + id + "&window=" + window))
                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String status() {
        var answer = Nodes.get(node, CrashServlet.PATH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @SuppressWarnings("SystemOut") // for whoever runs it with more crashes
    private static void report(String what, String outcome) {
        System.out.println(what + ": " + outcome);
    }

    private static String ask(String sql) {
        return Database.ask(Database.NODES, sql);
    }

    private static Map<String, String> properties() {
        Map<String, String> all = new HashMap<>();
        all.put("test.database.port", String.valueOf(Database.port()));
        all.put("test.database.name", Database.NODES);
        all.put("restante.retry.adapter", "memory");
        all.put("restante.operator.password", "o");
        all.put("restante.dedup.namespaces", "crash-independent");
        all.put("restante.dedup.namespaces.crash-independent.lease", "PT5S");
        // what a crash has left prepared is decided within seconds and not minutes
        all.put("com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean.periodicRecoveryPeriod", "5");
        all.put("com.arjuna.ats.arjuna.common.RecoveryEnvironmentBean.recoveryBackoffPeriod", "1");
        return all;
    }
}
