package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.entry.Namespaces.SESSION;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.keystore.KeyStore;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Many who wait for one lock are in nobody else's way. */
class WaitersTest {

    private static final int POOL = 20;
    private static final int WAITERS = 200;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Scenario({"K4", "K5"})
    void twoHundredWaitersForOneKeyHoldTwoConnectionsAndAllGetIt(TestDatabase kind) throws InterruptedException {
        HikariDataSource pool = kind.openWith(config -> config.setMaximumPoolSize(POOL));
        try (JpaFixture database = new JpaFixture(pool, JpaFixture.SETTINGS)) {
            KeyStore keys = PlainRestante.over(
                            database.adapter(),
                            PlainOptions.defaults().withSettings(Map.of("restante.keystore.lock-timeout", "PT60S")))
                    .profile("p")
                    .keyStore();
            CountDownLatch held = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            AtomicInteger started = new AtomicInteger();
            CompletableFuture<Object> holder = Elsewhere.start(
                    Thread::new,
                    () -> keys.transaction("hot", tx -> {
                        held.countDown();
                        await().until(() -> letGo.getCount() == 0);
                        return tx;
                    }));
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            List<CompletableFuture<Integer>> waiters = IntStream.range(0, WAITERS)
                    .mapToObj(waiter -> Elsewhere.start(Thread::new, () -> {
                        started.incrementAndGet();
                        return keys.<Integer, RuntimeException>transaction("hot", tx -> {
                            int next = tx.get(SESSION, "n").map(n -> n[0]).orElse((byte) 0) + 1;
                            tx.put(SESSION, "n", new byte[] {(byte) next});
                            return next;
                        });
                    }))
                    .toList();
            await().until(() -> started.get() == WAITERS && kind.waitingForLocks(pool) == 1);

            assertThat(database.connectionsInUse()).isLessThanOrEqualTo(2);
            IntStream.range(0, 50)
                    .parallel()
                    .forEach(other -> assertThat(keys.<Object, RuntimeException>transaction("cold-" + other, tx -> tx))
                            .isNotNull());
            assertThat(holder).isNotDone();

            letGo.countDown();
            waiters.forEach(waiter -> assertThat(waiter).succeedsWithin(Duration.ofSeconds(50)));
            assertThat(keys.get(SESSION, "n")).contains(new byte[] {(byte) WAITERS});
        }
    }
}
