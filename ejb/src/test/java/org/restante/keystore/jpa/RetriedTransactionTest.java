package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.Profile;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransaction;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Work that the database undid is run again, in a fresh transaction. */
@Scenario("K10")
class RetriedTransactionTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theVictimOfADeadlockIsRunAgain(TestDatabase kind) {
        try (JpaFixture database = new JpaFixture(kind)) {
            Profile profile = PlainRestante.over(database.adapter()).profile("p");
            profile.storage().putAll(SESSION, Map.of("x", new byte[] {9}, "y", new byte[] {9}));
            CyclicBarrier bothHaveOne = new CyclicBarrier(2);
            AtomicInteger runs = new AtomicInteger();

            Race.of(Thread::new, 2, racer -> {
                AtomicBoolean first = new AtomicBoolean(true);
                return profile.keyStore().transaction("lock-" + racer, tx -> {
                    runs.incrementAndGet();
                    tx.put(SESSION, "done-" + racer, new byte[] {1});
                    // through the storage, which writes at once: the rows are locked in opposite orders
                    profile.storage().put(SESSION, racer == 0 ? "x" : "y", new byte[] {(byte) racer});
                    if (first.getAndSet(false)) {
                        Race.meet(bothHaveOne);
                    }
                    profile.storage().put(SESSION, racer == 0 ? "y" : "x", new byte[] {(byte) racer});
                    return racer;
                });
            });

            assertThat(runs).hasValue(3);
            assertThat(profile.keyStore().get(SESSION, List.of("done-0", "done-1", "x", "y")))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConnectionThatIsLostBeforeTheCommitIsNoticedAndTheWorkRunAgain(TestDatabase kind) {
        try (JpaFixture database = new JpaFixture(kind)) {
            KeyStore keys = PlainRestante.over(database.adapter()).profile("p").keyStore();
            AtomicInteger runs = new AtomicInteger();

            keys.transaction("alice.1", tx -> {
                tx.put(SESSION, "alice.1", new byte[] {(byte) runs.incrementAndGet()});
                if (runs.get() == 1) {
                    kind.cut(database.dataSource(), session(kind, database));
                }
                return tx.get(SESSION, "bob.1");
            });

            assertThat(runs).hasValue(2);
            assertThat(keys.get(SESSION, "alice.1")).contains(new byte[] {2});
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aConnectionThatIsLostDuringTheCommitIsNotTriedAgainSinceItMayHaveBeenDone(TestDatabase kind) {
        LostCommits lost = new LostCommits();
        HikariDataSource pool = kind.open(lost::between);
        try (JpaFixture database = new JpaFixture(pool, JpaFixture.SETTINGS)) {
            KeyStore keys = PlainRestante.over(database.adapter()).profile("p").keyStore();
            AtomicInteger runs = new AtomicInteger();

            lost.arm();
            assertThatThrownBy(() -> keys.transaction("alice.1", tx -> increment(tx, runs)))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("either everything was written or nothing");

            assertThat(runs).hasValue(1);
            assertThat(keys.get(SESSION, "alice.1")).contains(new byte[] {1});
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whileOneIsTriedAgainOtherKeysAreNotHeldUp(TestDatabase kind) {
        try (JpaFixture database = new JpaFixture(kind)) {
            KeyStore keys = PlainRestante.over(database.adapter()).profile("p").keyStore();
            AtomicInteger runs = new AtomicInteger();

            // the same lock too is free between two runs
            Object result = keys.transaction("alice.1", tx -> {
                if (runs.incrementAndGet() < 4) {
                    throw new IllegalStateException(new SQLException("victim", "40001"));
                }
                assertThat(database.connectionsInUse()).isEqualTo(1);
                return tx;
            });

            assertThat(result).isNotNull();
            assertThat(runs).hasValue(4);
            assertThat(database.connectionsInUse()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theLastFailureSurfacesWithTheEarlierOnesSuppressed(TestDatabase kind) {
        try (JpaFixture database = new JpaFixture(kind)) {
            KeyStore keys = PlainRestante.over(
                            database.adapter(),
                            PlainOptions.defaults().withSettings(Map.of("restante.keystore.max-attempts", "3")))
                    .profile("p")
                    .keyStore();
            AtomicInteger runs = new AtomicInteger();

            assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                        throw new IllegalStateException(
                                "run " + runs.incrementAndGet(), new SQLException("victim", "40001"));
                    }))
                    .hasMessage("run 3")
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .extracting(Throwable::getMessage)
                            .containsExactly("run 1", "run 2"));
        }
    }

    private static int increment(KeyTransaction tx, AtomicInteger runs) {
        tx.put(SESSION, "alice.1", new byte[] {(byte) runs.incrementAndGet()});
        return runs.get();
    }

    private static int session(TestDatabase kind, JpaFixture database) {
        try {
            return database.transactions().jdbc(kind::session);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
