package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** Transactions over keys on two servers that share a database. */
class KeysOnTwoNodesIT {

    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private final String profile = "keys-" + UUID.randomUUID();
    private final ServerNode a = Nodes.a();
    private final ServerNode b = Nodes.b();

    @BeforeEach
    void bothRun() {
        Nodes.bothRunning();
    }

    @Test
    @Scenario({"K4", "K8"})
    void eightThreadsOnEachOfTwoNodesCountToEightThousand() {
        List<CompletableFuture<List<Long>>> racers = IntStream.range(0, 16)
                .mapToObj(racer -> Elsewhere.start(THREADS, () -> countInSteps(racer % 2 == 0 ? a : b)))
                .toList();
        List<Long> tokens = new ArrayList<>();
        racers.forEach(racer -> {
            assertThat(racer).succeedsWithin(3, TimeUnit.MINUTES);
            assertThat(racer.join()).isSorted();
            tokens.addAll(racer.join());
        });

        assertThat(state(a)).isEqualTo("counter 8000, session 0");
        assertThat(tokens).hasSize(8000).doesNotHaveDuplicates();
    }

    @Test
    @Scenario({"K2", "K4"})
    void whatOneNodeWritesTheOtherSeesAtTheCommitAndItsTransactionsWaitForIt() {
        CompletableFuture<String> holder = hold(a);
        CompletableFuture<List<Long>> waiter = Elsewhere.start(THREADS, () -> count(b, 1));
        await().until(() -> waitsForALock());

        assertThat(state(b)).isEqualTo("counter 0, session 0");
        assertThat(waiter).isNotDone();
        send(HttpRequest.newBuilder(a.uri(path())).DELETE());

        assertThat(holder).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo("let go");
        assertThat(waiter).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(state(b)).isEqualTo("counter 1, session 7");
    }

    @Test
    @Scenario("K7")
    void whenTheHoldersNodeIsKilledItsWritesAreGoneAndTheOtherNodesWaiterGoesOn() {
        CompletableFuture<String> holder = hold(b);
        CompletableFuture<List<Long>> waiter = Elsewhere.start(THREADS, () -> count(a, 1));
        await().until(() -> waitsForALock());

        b.kill();

        assertThat(waiter).succeedsWithin(10, TimeUnit.SECONDS);
        assertThat(holder)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(UncheckedIOException.class);
        assertThat(state(a)).isEqualTo("counter 1, session 0");
    }

    /** Returns once the transaction is open and holds the lock. */
    private CompletableFuture<String> hold(ServerNode node) {
        CompletableFuture<String> holder = Elsewhere.start(THREADS, () -> post(node, "&hold=true"));
        await().until(() -> state(node).endsWith("holding"));
        return holder;
    }

    /** Five hundred, none of the requests too long. */
    private List<Long> countInSteps(ServerNode node) {
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(step -> count(node, 25).stream())
                .toList();
    }

    private List<Long> count(ServerNode node, int times) {
        return Arrays.stream(post(node, "&count=" + times).split(","))
                .map(Long::valueOf)
                .toList();
    }

    private static boolean waitsForALock() {
        return Database.ask(
                        Database.NODES, "select exists(select 1 from pg_stat_activity where wait_event_type = 'Lock')")
                .equals("t");
    }

    private String post(ServerNode node, String parameters) {
        return send(HttpRequest.newBuilder(node.uri(path() + parameters))
                .version(Version.HTTP_1_1)
                .POST(BodyPublishers.noBody()));
    }

    private String state(ServerNode node) {
        return send(HttpRequest.newBuilder(node.uri(path())));
    }

    private static String send(HttpRequest.Builder request) {
        var answer = Nodes.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String path() {
        return KeysServlet.PATH + "?profile=" + profile;
    }
}
