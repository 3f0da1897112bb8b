package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How many messages a second go through a deduplicated bean, beside one that inserts its own row for each. Not a test: run with
 * {@code mvn verify -Dit.test=ThroughputMeasurement}, on a machine that does nothing else.
 */
class ThroughputMeasurement {

    private static final int ROUNDS = Integer.getInteger("restante.rounds", 9);
    private static final int MESSAGES = 3000;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ServerNode node = new ServerNode(
            "throughput",
            700,
            properties(),
            PackagedEar.open()
                    .with(DeduplicatedThroughputBean.class, HandWrittenThroughputBean.class)
                    .with(ThroughputWork.class, ThroughputServlet.class)
                    .file(Settings.WORK.resolve("throughput.ear")));

    @AfterEach
    void kill() {
        node.kill();
    }

    @Test
    void aDeduplicatedBeanBesideAHandWrittenOne() {
        Database.run(Database.NODES, "create table throughput_done (id text primary key)");
        Database.run(Database.NODES, "create table throughput_effect (round text)");
        node.start();
        List<Double> ratios = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) {
            boolean first = round % 2 == 0; // who is first changes
            double before = first ? rate("deduplicated", round) : rate("hand-written", round);
            double after = first ? rate("hand-written", round) : rate("deduplicated", round);
            double ratio = first ? before / after : after / before;
            report("round %d: deduplicated %.0f/s, hand-written %.0f/s, ratio %.2f%n"
                    .formatted(round, first ? before : after, first ? after : before, ratio));
            if (round >= 0) { // after two to warm up
                ratios.add(ratio);
            }
        }
        ratios.sort(null);
        report("median %.2f of %s%n".formatted(ratios.get(ROUNDS / 2), ratios));
    }

    private double rate(String way, int round) {
        String name = run + way + round;
        var answer = Nodes.send(HttpRequest.newBuilder(
                        node.uri(ThroughputServlet.PATH + "?way=" + way + "&round=" + name + "&messages=" + MESSAGES))
                .POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        long begun = System.nanoTime();
        int done = effects(name); // some are, since the sender's answer takes a while
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> effects(name) == MESSAGES);
        return (MESSAGES - done) * 1e9 / (System.nanoTime() - begun);
    }

    private static int effects(String round) {
        return Integer.parseInt(
                Database.ask(Database.NODES, "select count(*) from throughput_effect where round = '" + round + "'"));
    }

    @SuppressWarnings("SystemOut") // what it is run for
    private static void report(String line) {
        System.out.print(line);
    }

    private static Map<String, String> properties() {
        Map<String, String> all = new HashMap<>();
        all.put("test.database.port", String.valueOf(Database.port()));
        all.put("test.database.name", Database.NODES);
        all.put("restante.retry.adapter", "memory");
        all.put("restante.operator.password", "o");
        return all;
    }
}
