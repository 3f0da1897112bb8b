package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.keystore.KeyStore;
import org.restante.keystore.LockTimeoutException;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** The wait for locks in the database: how long it is, and that nothing else is. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Scenario("K16")
@SuppressWarnings("NullAway.Init") // before each test
class LockWaitTest {

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
    }

    @AfterEach
    void close() {
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @Test
    void itIsTheSameForSeveralLocksThatOtherNodesHoldAsForOne() {
        CountDownLatch letGoOfA = new CountDownLatch(1);
        CountDownLatch letGoOfB = new CountDownLatch(1);
        CompletableFuture<Object> a = holder("a", letGoOfA);
        CompletableFuture<Object> b = holder("b", letGoOfB);
        KeyStore keys = node("PT2S");
        long start = System.nanoTime();
        CompletableFuture<Object> waiter =
                Elsewhere.start(Thread::new, () -> keys.transaction(List.of("a", "b"), tx -> tx));

        Awaitility.await().until(() -> since(start).toMillis() > 1600);
        letGoOfA.countDown();

        assertThatThrownBy(() -> Elsewhere.await(waiter))
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("p/b");
        assertThat(since(start)).isLessThan(Duration.ofMillis(3300));
        letGoOfB.countDown();
        Elsewhere.await(a);
        Elsewhere.await(b);
    }

    @Test
    void whatIsWrittenAfterwardsMayWaitLonger() throws SQLException {
        KeyStore keys = node("PT0.3S");
        keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", new byte[] {1});
            return tx;
        });
        try (Connection other = database.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update restante_entry set updated_at = 0");
            CompletableFuture<Object> writer = Elsewhere.start(
                    Thread::new,
                    () -> keys.transaction("alice.1", tx -> {
                        tx.put(SESSION, "alice.1", new byte[] {2});
                        return tx;
                    }));
            Awaitility.await().until(() -> kind.waitingForLocks(database.dataSource()) == 1);
            long start = System.nanoTime();
            Awaitility.await().until(() -> writer.isDone() || since(start).toMillis() > 600);
            other.rollback();
            Elsewhere.await(writer);
        }

        assertThat(keys.get(SESSION, "alice.1")).contains(new byte[] {2});
    }

    /** Another node holds that lock. */
    private CompletableFuture<Object> holder(String lock, CountDownLatch letGo) {
        KeyStore keys = node("PT10S");
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Object> holder = Elsewhere.start(
                Thread::new,
                () -> keys.transaction(lock, tx -> {
                    held.countDown();
                    await(letGo);
                    return tx;
                }));
        await(held);
        return holder;
    }

    /** A node of its own, which meets others only in the database. */
    private KeyStore node(String lockTimeout) {
        return PlainRestante.over(
                        database.adapter(),
                        PlainOptions.defaults().withSettings(Map.of("restante.keystore.lock-timeout", lockTimeout)))
                .profile("p")
                .keyStore();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
