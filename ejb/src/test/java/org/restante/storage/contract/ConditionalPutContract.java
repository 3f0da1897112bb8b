package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Compare and set. */
public interface ConditionalPutContract extends StorageFixture {

    Namespace<Integer> SCORES = Namespace.of("scores", Integer.class);

    @Test
    @Scenario("S23")
    default void expectedAbsentWritesOnlyWhatIsNotThere() {
        Storage storage = freshStorage();

        long version = written(storage.put(SCORES, "k", 1, Expected.absent()));

        assertThat(storage.put(SCORES, "k", 2, Expected.absent())).isEqualTo(conflict(version));
        assertThat(storage.get(SCORES, "k")).contains(1);
        storage.delete(SCORES, "k");
        assertThat(storage.put(SCORES, "k", 3, Expected.absent())).isInstanceOf(PutOutcome.Written.class);
    }

    @Test
    @Scenario("S23")
    default void expectedPresentWritesOnlyOverWhatIsThere() {
        Storage storage = freshStorage();

        assertThat(storage.put(SCORES, "k", 1, Expected.present())).isEqualTo(nothingThere());
        assertThat(storage.get(SCORES, "k")).isEmpty();
        long version = storage.put(SCORES, "k", 2);
        assertThat(written(storage.put(SCORES, "k", 3, Expected.present()))).isNotEqualTo(version);
        assertThat(storage.get(SCORES, "k")).contains(3);
    }

    @Test
    @Scenario("S23")
    default void expectedVersionWritesOnlyOverThatVersion() {
        Storage storage = freshStorage();

        assertThat(storage.put(SCORES, "k", 1, Expected.version(1))).isEqualTo(nothingThere());
        long first = storage.put(SCORES, "k", 1);
        long second = written(storage.put(SCORES, "k", 2, Expected.version(first)));
        assertThat(storage.put(SCORES, "k", 3, Expected.version(first))).isEqualTo(conflict(second));
        assertThat(storage.put(SCORES, "k", 3, Expected.version(second + 1))).isEqualTo(conflict(second));

        assertThat(storage.lookup(SCORES, "k"))
                .isInstanceOfSatisfying(
                        Lookup.Found.class, found -> assertThat(found.version()).isEqualTo(second));
        assertThat(storage.get(SCORES, "k")).contains(2);
    }

    @Test
    @Scenario("S23")
    default void expectingAnythingAlwaysWrites() {
        Storage storage = freshStorage();

        written(storage.put(SCORES, "k", 1, Expected.anything()));
        written(storage.put(SCORES, "k", 2, Expected.anything()));

        assertThat(storage.get(SCORES, "k")).contains(2);
    }

    @Test
    @Scenario("S23")
    default void aVersionFromBeforeADeleteDoesNotComeBack() {
        Storage storage = freshStorage();
        Set<Long> versions = new HashSet<>();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 10; i++) {
                assertThat(versions.add(storage.put(SCORES, "k", i))).isTrue();
            }
            if (round % 2 == 0) {
                storage.delete(SCORES, "k");
            } else {
                storage.clear();
            }
        }
    }

    @Test
    @Scenario("S23")
    default void oneOfFiftyRacersReplacesAVersion() {
        Storage storage = freshStorage();
        long version = storage.put(SCORES, "k", -1);

        oneWins(storage, Expected.version(version));
    }

    @Test
    @Scenario("S23")
    default void oneOfFiftyRacersIsFirst() {
        oneWins(freshStorage(), Expected.absent());
    }

    @Test
    @Scenario("S23")
    default void noIncrementByCompareAndSetIsLost() {
        Storage storage = freshStorage();
        storage.put(SCORES, "k", 0);

        Race.of(threads(), 8, racer -> {
            for (int done = 0; done < 25; ) {
                Lookup.Found<Integer> found = (Lookup.Found<Integer>) storage.lookup(SCORES, "k");
                PutOutcome outcome = storage.put(SCORES, "k", found.value() + 1, Expected.version(found.version()));
                done += outcome instanceof PutOutcome.Written ? 1 : 0;
            }
            return racer;
        });

        assertThat(storage.get(SCORES, "k")).contains(8 * 25);
    }

    private void oneWins(Storage storage, Expected expected) {
        List<PutOutcome> outcomes = Race.of(threads(), 50, racer -> storage.put(SCORES, "k", racer, expected));

        List<PutOutcome> winners =
                outcomes.stream().filter(PutOutcome.Written.class::isInstance).toList();
        assertThat(winners).hasSize(1);
        PutOutcome winner = winners.get(0);
        assertThat(storage.get(SCORES, "k")).contains(outcomes.indexOf(winner));
        assertThat(outcomes)
                .filteredOn(PutOutcome.Conflict.class::isInstance)
                .hasSize(49)
                .allMatch(conflict(written(winner))::equals);
    }

    private static long written(PutOutcome outcome) {
        assertThat(outcome).isInstanceOf(PutOutcome.Written.class);
        return ((PutOutcome.Written) outcome).version();
    }

    private static PutOutcome conflict(long actual) {
        return new PutOutcome.Conflict(OptionalLong.of(actual));
    }

    private static PutOutcome nothingThere() {
        return new PutOutcome.Conflict(OptionalLong.empty());
    }
}
