package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransaction;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Locks keep those apart who want the same, and nobody else. */
public interface LockContract extends KeyStoreFixture {

    /** A counter that is no number for the database: it is read, counted and written by us. */
    Namespace<Integer> COUNTER = Namespace.of("counter", Integer.class);

    @Test
    @Scenario({"K4", "K8"})
    default void oneLockKeyRunsOneAfterTheOther() {
        KeyStore keys = freshKeys();
        List<Long> tokens = Collections.synchronizedList(new ArrayList<>());
        int[] unsynchronised = {0};

        Race.of(threads(), 8, racer -> {
            IntStream.range(0, 100)
                    .forEach(round -> keys.transaction("hot", tx -> {
                        tokens.add(tx.fencingToken("hot"));
                        unsynchronised[0]++;
                        return increment(tx);
                    }));
            return racer;
        });

        assertThat(keys.get(COUNTER, "n")).contains(800);
        assertThat(unsynchronised[0]).isEqualTo(800);
        assertThat(tokens).isSorted().doesNotHaveDuplicates().hasSize(800);
    }

    @Test
    @Scenario("K4")
    default void noneStarves() {
        KeyStore keys = freshKeys();
        int racers = 4;
        Set<Integer> asking = ConcurrentHashMap.newKeySet();
        AtomicInteger gone = new AtomicInteger();
        int[] last = {-1};
        int[] passedOver = {0};

        Race.of(threads(), racers, racer -> {
            try {
                for (int round = 0; round < 50; round++) {
                    asking.add(racer);
                    keys.transaction("hot", tx -> {
                        asking.remove(racer);
                        // the lock is passed on only when all the others are at it, so that there is someone to pass
                        // over
                        while (asking.size() + gone.get() < racers - 1) {
                            Thread.onSpinWait();
                        }
                        passedOver[0] += last[0] == racer && !asking.isEmpty() ? 1 : 0;
                        last[0] = racer;
                        return increment(tx);
                    });
                }
                return racer;
            } finally {
                gone.incrementAndGet();
            }
        });

        // who comes again stands behind those who waited; now and then these have only just said that they are coming
        assertThat(passedOver[0]).isLessThan(racers * 50 / 2);
    }

    @Test
    @Scenario("K5")
    default void differentKeysRunSideBySide() {
        KeyStore keys = freshKeys();
        CyclicBarrier both = new CyclicBarrier(2);

        Race.of(
                threads(),
                2,
                racer -> keys.transaction("key-" + racer, tx -> {
                    Race.meet(both);
                    tx.put(SESSION, "s-" + racer, bytes("done"));
                    return racer;
                }));

        assertThat(session(keys, "s-0") + session(keys, "s-1")).isEqualTo("donedone");
    }

    @Test
    @Scenario("K5")
    default void theSameKeyOfTwoProfilesIsTwoLocks() {
        CyclicBarrier both = new CyclicBarrier(2);

        List<Integer> done = Race.of(
                threads(),
                2,
                racer -> freshKeys().transaction("same", tx -> {
                    Race.meet(both);
                    return racer;
                }));

        assertThat(done).containsExactly(0, 1);
    }

    @Test
    @Scenario("K14")
    default void severalLocksAreTakenInOneOrder() {
        KeyStore keys = freshKeys();

        Race.of(threads(), 8, racer -> {
            List<String> order = racer % 2 == 0 ? List.of("a", "b", "a") : List.of("b", "a");
            IntStream.range(0, 50).forEach(round -> keys.transaction(order, LockContract::increment));
            return racer;
        });

        assertThat(keys.get(COUNTER, "n")).contains(400);
    }

    @Test
    default void theTokenOfALockRisesAtEachAcquisition() {
        KeyStore keys = freshKeys();

        long first = keys.<Long, RuntimeException>transaction("alice.1", tx -> tx.fencingToken("alice.1"));
        long second =
                keys.<Long, RuntimeException>transaction(List.of("alice.1", "bob.1"), tx -> tx.fencingToken("alice.1"));

        assertThat(second).isGreaterThan(first);
    }

    /** It may have handed its token along before, and be at work still. */
    @Test
    @Scenario("K6")
    default void theTokenOfAHolderThatWasRolledBackIsNotGivenAgain() {
        KeyStore keys = freshKeys();
        keys.transaction("alice.1", tx -> tx);
        long[] lost = {0};

        assertThatIllegalStateException()
                .isThrownBy(() -> keys.transaction("alice.1", tx -> {
                    lost[0] = tx.fencingToken("alice.1");
                    throw new IllegalStateException("lost");
                }));
        long next = keys.<Long, RuntimeException>transaction("alice.1", tx -> tx.fencingToken("alice.1"));

        assertThat(next).isGreaterThan(lost[0]);
    }

    private static int increment(KeyTransaction tx) {
        int next = tx.get(COUNTER, "n").orElse(0) + 1;
        tx.put(COUNTER, "n", next);
        return next;
    }
}
