package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransactionTimeoutException;
import org.restante.keystore.LockTimeoutException;
import org.restante.keystore.TransactionClosedException;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** Nothing waits without a bound, and nobody holds a lock without one. */
public interface LimitsContract extends KeyStoreFixture {

    @Test
    @Scenario("K16")
    default void whoDoesNotGetTheLockInTimeIsToldWhichAndHoldsNothing() {
        KeyStore keys = restante(Map.of("restante.keystore.lock-timeout", "PT0.3S"))
                .profile(Fresh.profile())
                .keyStore();

        keys.transaction("taken", tx -> {
            // one who waits in the database, and one who waits before it
            List<CompletableFuture<Object>> waiters = List.of(
                    Elsewhere.start(threads(), () -> keys.transaction(List.of("free", "taken"), inner -> inner)),
                    Elsewhere.start(threads(), () -> keys.transaction(List.of("free too", "taken"), inner -> inner)));
            waiters.forEach(waiter -> assertThatThrownBy(() -> Elsewhere.await(waiter))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("/taken")
                    .hasMessageContaining("PT0.3S"));
            assertThatThrownBy(() -> Elsewhere.get(threads(), () -> keys.transaction("taken", inner -> inner)))
                    .isInstanceOf(LockTimeoutException.class)
                    .hasMessageContaining("/taken");
            Elsewhere.run(threads(), () -> keys.transaction("free", inner -> inner));
            return tx;
        });

        keys.transaction("taken", tx -> tx);
    }

    @Test
    default void aTransactionThatIsLeftOpenIsRolledBackAndItsLockIsFree() throws InterruptedException {
        KeyStore keys = restante(Map.of("restante.keystore.transaction-timeout", "PT0.5S"))
                .profile(Fresh.profile())
                .keyStore();
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Object> stuck = Elsewhere.start(
                threads(),
                () -> keys.transaction("alice.1", tx -> {
                    tx.put(SESSION, "alice.1", bytes("lost"));
                    hung.countDown();
                    await(goOn);
                    assertThatThrownBy(() -> tx.get(SESSION, "bob.1")).isInstanceOf(TransactionClosedException.class);
                    return tx;
                }));

        assertThat(hung.await(10, TimeUnit.SECONDS)).isTrue();
        String next = keys.transaction("alice.1", tx -> session(tx, "alice.1"));
        assertThat(next).isEqualTo("none");
        assertThat(stuck).isNotDone();

        goOn.countDown();
        assertThatThrownBy(() -> Elsewhere.await(stuck))
                .isInstanceOf(KeyTransactionTimeoutException.class)
                .hasMessageContaining("alice.1")
                .hasMessageContaining(Duration.ofMillis(500).toString());
        assertThat(session(keys, "alice.1")).isEqualTo("none");
    }

    @Test
    default void aLockIsFreeForTheNextHoweverManyHaveLeftTheirTransactionsOpen() {
        KeyStore keys = restante(Map.of(
                        "restante.keystore.transaction-timeout", "PT0.3S", "restante.keystore.lock-timeout", "PT5S"))
                .profile(Fresh.profile())
                .keyStore();
        CountDownLatch goOn = new CountDownLatch(1);
        List<CompletableFuture<Object>> stuck = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                CountDownLatch hung = new CountDownLatch(1);
                stuck.add(Elsewhere.start(
                        threads(),
                        () -> keys.transaction("alice.1", tx -> {
                            hung.countDown();
                            await(goOn);
                            return tx;
                        })));
                await(hung);
            }

            keys.transaction("alice.1", tx -> tx);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
        } finally {
            goOn.countDown();
        }
        stuck.forEach(work ->
                assertThatThrownBy(() -> Elsewhere.await(work)).isInstanceOf(KeyTransactionTimeoutException.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
