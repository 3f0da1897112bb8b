package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        int[] longestStreak = {0, 0};
        int[] last = {-1};

        Race.of(threads(), 4, racer -> {
            IntStream.range(0, 50)
                    .forEach(round -> keys.transaction("hot", tx -> {
                        longestStreak[0] = last[0] == racer ? longestStreak[0] + 1 : 1;
                        last[0] = racer;
                        longestStreak[1] = Math.max(longestStreak[1], longestStreak[0]);
                        return increment(tx);
                    }));
            return racer;
        });

        // who comes again stands behind those who waited; only the last one left may go on and on
        assertThat(longestStreak[1]).isLessThan(40);
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
                    meet(both);
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
                    meet(both);
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

    private static int increment(KeyTransaction tx) {
        int next = tx.get(COUNTER, "n").orElse(0) + 1;
        tx.put(COUNTER, "n", next);
        return next;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("they did not run side by side", e);
        }
    }
}
