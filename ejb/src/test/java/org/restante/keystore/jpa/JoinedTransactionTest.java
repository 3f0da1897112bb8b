package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;

import jakarta.persistence.RollbackException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.KeyStore;
import org.restante.keystore.LockKey;
import org.restante.keystore.LockTimeoutException;
import org.restante.storage.Batch;
import org.restante.storage.jpa.JpaFixture;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Keys as a part of the caller's transaction. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Scenario("K12")
@SuppressWarnings("NullAway.Init") // before each test
class JoinedTransactionTest {

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Transactions transactions;
    private KeyStore keys;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        transactions = database.transactions();
        keys = PlainRestante.over(
                        database.adapter(),
                        PlainOptions.defaults().withSettings(Map.of("restante.keystore.lock-timeout", "PT0.5S")))
                .profile("p")
                .keyStore();
    }

    @AfterEach
    void close() {
        assertThat(database.connectionsInUse()).isZero();
        database.close();
    }

    @Test
    void itIsUndoneWithTheCallersTransaction() {
        assertThatThrownBy(() -> transactions.required(() -> {
                    keys.transaction("alice.1", tx -> {
                        tx.put(SESSION, "alice.1", new byte[] {1});
                        return tx;
                    });
                    keys.set(new Batch().put(SESSION, "bob.1", new byte[] {1}));
                    assertThat(keys.get(SESSION, "alice.1")).isPresent();
                    assertThat(database.connectionsInUse()).isEqualTo(1);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(keys.get(SESSION, "alice.1")).isEmpty();
        assertThat(keys.get(SESSION, "bob.1")).isEmpty();
    }

    @Test
    void theLockIsHeldUntilTheCallersTransactionEnds() {
        transactions.required(() -> {
            keys.transaction("alice.1", tx -> tx);
            // again in the same transaction, more often than others are let through
            for (int i = 0; i < 3; i++) {
                keys.transaction("alice.1", tx -> tx);
            }
            keys.transaction("bob.1", tx -> tx);
            assertThatThrownBy(() -> Elsewhere.run(Thread::new, () -> keys.transaction("alice.1", tx -> tx)))
                    .isInstanceOf(LockTimeoutException.class);
            return keys;
        });

        Elsewhere.run(Thread::new, () -> keys.transaction("alice.1", tx -> tx));
    }

    @Test
    void workThatFailsMarksTheCallersTransactionForRollback() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> transactions.required(() -> {
                    assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                                runs.incrementAndGet();
                                throw new IllegalStateException(new SQLException("victim", "40001"));
                            }))
                            .isInstanceOf(IllegalStateException.class);
                    return keys;
                }))
                .isInstanceOf(RollbackException.class);

        assertThat(runs)
                .as("nothing is run twice in somebody else's transaction")
                .hasValue(1);
    }

    @Test
    void oneWhoWaitsInVainHoldsNothingAfterwards() {
        keys.transaction("alice.1", tx -> {
            CompletableFuture<Object> waiter = Elsewhere.start(
                    Thread::new, () -> transactions.required(() -> keys.transaction("alice.1", in -> in)));
            assertThatThrownBy(() -> Elsewhere.await(waiter)).isInstanceOf(LockTimeoutException.class);
            return tx;
        });

        Elsewhere.run(Thread::new, () -> keys.transaction("alice.1", tx -> tx));
    }

    @Test
    void aTransactionThatNobodyCanJoinAnyMoreKeepsNoPlaceInLine() {
        KeyLocks locks = new DatabaseLocks(((JpaStorageAdapter) database.adapter()).database(), endingBadly());
        List<LockKey> lock = List.of(new LockKey(new ProfileId("p"), "alice.1"));
        KeyLocks.Limits limits = new KeyLocks.Limits(Duration.ofMillis(500), Duration.ofSeconds(10));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> transactions.required(() -> locks.holding(lock, limits, held -> held)))
                    .hasMessage("marked for rollback");
        }

        assertThat(locks.<Long>holding(lock, limits, KeyLocks.Held::token)).isPositive();
    }

    /** As a server has them: nothing can be registered with a transaction that is marked for rollback. */
    private Transactions endingBadly() {
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Transactions.class}, (self, method, arguments) -> {
                    if (method.getName().equals("afterCompletion")) {
                        throw new IllegalStateException("marked for rollback");
                    }
                    try {
                        return method.invoke(transactions, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
