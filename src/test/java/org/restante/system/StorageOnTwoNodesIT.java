package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.system.Client.header;
import static org.restante.system.Client.text;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Storage over HTTP on two nodes that share one PostgreSQL, one of which is killed now and then. */
class StorageOnTwoNodesIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String entries = "/profiles/of-gate/entries/" + UUID.randomUUID() + "/";

    private final Client a = Client.gate(Nodes.a());
    private final Client b = Client.gate(Nodes.b());

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario("S16")
    void theOtherNodeSeesAtOnceWhatOneHasPutAndDeleted() {
        for (int i = 0; i < 100; i++) {
            Client writer = i % 2 == 0 ? a : b;
            Client reader = i % 2 == 0 ? b : a;

            assertThat(writer.put(entries + "k", "value " + i).statusCode()).isEqualTo(204);
            assertThat(text(reader.get(entries + "k"))).isEqualTo("value " + i);
        }
        assertThat(a.delete(entries + "k").statusCode()).isEqualTo(204);
        assertThat(b.get(entries + "k").statusCode()).isEqualTo(404);
    }

    @Test
    @Scenario("S16")
    void valuesOutlastTheDeathOfBothNodes() {
        assertThat(a.put(entries + "k", "kept").statusCode()).isEqualTo(204);

        Nodes.a().kill();
        Nodes.b().kill();
        Nodes.bothRunning();

        assertThat(text(a.get(entries + "k"))).isEqualTo("kept");
        assertThat(text(b.get(entries + "k"))).isEqualTo("kept");
    }

    @Test
    @Scenario({"S16", "S17"})
    void whatWasAcknowledgedOutlastsAKillInTheMiddleOfWriting() {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread writer = new Thread(() -> {
            for (int i = 1; ; i++) {
                assertThat(a.put(entries + "k" + i % 10, String.valueOf(i)).statusCode())
                        .isEqualTo(204);
                acknowledged.set(i);
            }
        });
        writer.setUncaughtExceptionHandler((thread, e) -> end.set(e));
        writer.start();
        await().atMost(LIMIT).until(() -> acknowledged.get() >= 200 || end.get() != null);
        Nodes.a().kill();
        await().atMost(LIMIT).until(() -> end.get() != null);
        assertThat(end.get()).isInstanceOf(UncheckedIOException.class);

        int last = acknowledged.get();
        for (int i = last - 9; i <= last; i++) {
            int value = Integer.parseInt(text(b.get(entries + "k" + i % 10)));
            assertThat(value).isIn(i, i == last - 9 ? last + 1 : i);
        }
    }

    @Test
    @Scenario("S23")
    void ofFiftyPutsThatExpectNothingOnTwoNodesOneIsDone() {
        for (int round = 0; round < 5; round++) {
            String entry = entries + "once" + round;

            List<Integer> answers = race(
                    50,
                    racer -> node(racer)
                            .put(entry, "by " + racer, "If-None-Match", "*")
                            .statusCode());

            assertThat(answers).containsOnly(204, 412).containsOnlyOnce(204);
        }
    }

    @Test
    @Scenario("S23")
    void readIncrementWriteByExpectedVersionLosesNoIncrementOnTwoNodes() {
        a.put(entries + "counter", "0");

        race(8, racer -> {
            for (int i = 0; i < 25; i++) {
                increment(node(racer), entries + "counter");
            }
            return racer;
        });

        assertThat(text(b.get(entries + "counter"))).isEqualTo("200");
    }

    private static void increment(Client node, String entry) {
        HttpResponse<byte[]> written;
        do {
            HttpResponse<byte[]> read = node.get(entry);
            String version = header(read, "ETag");
            written = node.put(entry, String.valueOf(Integer.parseInt(text(read)) + 1), "If-Match", version);
            assertThat(written.statusCode()).isIn(204, 412);
        } while (written.statusCode() == 412);
    }

    private Client node(int racer) {
        return racer % 2 == 0 ? a : b;
    }

    private static <T> List<T> race(int racers, IntFunction<T> work) {
        return Race.of(Executors.defaultThreadFactory(), racers, work);
    }
}
