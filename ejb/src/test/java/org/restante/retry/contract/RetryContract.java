package org.restante.retry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.retry.contract.RetryFixture.sent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryEntry;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** The promises of the retry cache and its budget. */
public interface RetryContract extends RetryFixture {

    Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Scenario("R1")
    default void whatWasPutComesBackByteForByte() {
        RetryCache cache = fresh();
        byte[] every = new byte[256];
        IntStream.range(0, 256).forEach(i -> every[i] = (byte) i);
        RetryEntry entry = new RetryEntry(
                "491@s.whatsapp.net",
                every,
                NOW,
                Map.of("type", "text", "", "empty name", "line", "a\n\0b \uD83D\uDE00"));

        cache.put("3EB0", entry);

        assertThat(cache.get("3EB0")).contains(entry);
        assertThat(cache.count()).isEqualTo(1);
    }

    @Test
    @Scenario("R1")
    default void emptyAndLargeMessagesComeBackToo() {
        RetryCache cache = fresh();
        RetryEntry empty = new RetryEntry("r", new byte[0], NOW);
        RetryEntry large = new RetryEntry("r", new byte[MAX_MESSAGE], NOW);

        cache.put("empty", empty);
        cache.put("large", large);

        assertThat(cache.get("empty")).contains(empty);
        assertThat(cache.get("large")).contains(large);
    }

    @Test
    @Scenario("R1")
    default void arraysAreNotShared() {
        RetryCache cache = fresh();
        byte[] message = {1, 2, 3};
        cache.put("m", new RetryEntry("r", message, NOW));

        message[0] = 9;
        cache.get("m").orElseThrow().message()[1] = 9;

        assertThat(cache.get("m").orElseThrow().message()).containsExactly(1, 2, 3);
    }

    @Test
    @Scenario({"R1", "R2"})
    default void unknownIdsAndOtherProfilesAreMisses() {
        RetryCaches caches = caches(512, MINUTE);
        RetryCache cache = RetryFixture.cache(caches, Fresh.profile());
        RetryCache other = RetryFixture.cache(caches, Fresh.profile());

        cache.put("m", sent(NOW));

        assertThat(cache.get("n")).isEmpty();
        assertThat(cache.get("M")).isEmpty();
        assertThat(cache.get("m ")).isEmpty();
        assertThat(other.get("m")).isEmpty();
        assertThat(other.count()).isZero();
    }

    @Test
    @Scenario("R3")
    default void theBoundIsStrict() {
        RetryCache cache = fresh(5, MINUTE);

        IntStream.range(0, 8).forEach(i -> cache.put("m" + i, sent(NOW + i)));

        assertThat(cache.count()).isEqualTo(5);
        assertThat(kept(cache, 8)).containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    @Scenario("R3")
    default void theBoundIsStrictWhileManyWrite() {
        RetryCache cache = fresh(500, MINUTE);

        Race.of(threads(), 8, racer -> {
            for (int i = 0; i < 1250; i++) {
                cache.put(racer + "-" + i, sent(NOW + i));
                if (i % 10 == 0) {
                    assertThat(cache.count()).isLessThanOrEqualTo(508);
                }
            }
            return racer;
        });

        assertThat(cache.count()).isEqualTo(500);
        assertThat(IntStream.range(0, 8)
                        .boxed()
                        .flatMap(racer -> IntStream.range(0, 1250).mapToObj(i -> cache.get(racer + "-" + i)))
                        .flatMap(Optional::stream)
                        .count())
                .isEqualTo(500);
    }

    @Test
    @Scenario("R4")
    default void theOldestGoesWhateverTheOrderOfPuts() {
        RetryCache cache = fresh(3, MINUTE);

        List.of(5, 1, 4, 2, 3).forEach(i -> cache.put("m" + i, sent(NOW + i)));

        assertThat(kept(cache, 6)).containsExactly(3, 4, 5);
    }

    @Test
    @Scenario("R4")
    default void ofOneTimestampTheLowestIdGoes() {
        RetryCache cache = fresh(2, MINUTE);

        List.of(2, 0, 1).forEach(i -> cache.put("m" + i, sent(NOW)));

        assertThat(kept(cache, 3)).containsExactly(1, 2);
    }

    @Test
    @Scenario("R4")
    default void theOldestOfAFullCacheIsNotKept() {
        RetryCache cache = fresh(2, MINUTE);
        cache.put("m1", sent(NOW + 1));
        cache.put("m2", sent(NOW + 2));

        cache.put("m0", sent(NOW));

        assertThat(kept(cache, 3)).containsExactly(1, 2);
    }

    @Test
    @Scenario({"R4", "R7"})
    default void aReadKeepsNothingLongerAndTakesNothingOut() {
        RetryCache cache = fresh(2, MINUTE);
        cache.put("m0", sent(NOW));
        cache.put("m1", sent(NOW + 1));
        assertThat(cache.get("m0")).isPresent();
        assertThat(cache.get("m0")).isPresent();

        cache.put("m2", sent(NOW + 2));

        assertThat(kept(cache, 3)).containsExactly(1, 2);
    }

    @Test
    @Scenario("R4")
    default void aMessageThatIsPutAgainReplacesItselfAndTakesTheNewTime() {
        RetryCache cache = fresh(3, MINUTE);
        IntStream.range(0, 3).forEach(i -> cache.put("m" + i, sent(NOW + i)));

        cache.put("m0", sent(NOW + 3, "again"));
        assertThat(cache.count()).isEqualTo(3);
        cache.put("m3", sent(NOW + 4));

        assertThat(kept(cache, 4)).containsExactly(0, 2, 3);
        assertThat(cache.get("m0")).contains(sent(NOW + 3, "again"));
    }

    @Test
    @Scenario("R4")
    default void aMessageThatIsPutAgainWithTheLowestTimeOfAFullCacheIsGone() {
        RetryCache cache = fresh(2, MINUTE);
        cache.put("m1", sent(NOW + 1));
        cache.put("m2", sent(NOW + 2));
        cache.put("m1", sent(NOW));
        assertThat(kept(cache, 3)).containsExactly(1, 2);

        cache.put("m0", sent(NOW + 1));

        assertThat(kept(cache, 3)).containsExactly(0, 2);
    }

    @Test
    @Scenario("R5")
    default void aMessageOfExactlyTheTimeToLiveIsThereAndAMillisecondLaterNot() {
        RetryCache cache = fresh(5, MINUTE);
        cache.put("m0", sent(NOW));
        cache.put("m1", sent(NOW + 1));

        clock().advance(MINUTE);
        assertThat(cache.get("m0")).isPresent();
        assertThat(cache.count()).isEqualTo(2);
        clock().advance(Duration.ofMillis(1));

        assertThat(cache.get("m0")).isEmpty();
        assertThat(cache.get("m1")).isPresent();
        assertThat(cache.count()).isEqualTo(1);
    }

    @Test
    @Scenario("R5")
    default void eachProfileHasItsOwnTimeToLive() {
        RetryCache shorter = fresh(5, MINUTE);
        RetryCache longer = fresh(5, MINUTE.multipliedBy(2));
        shorter.put("m", sent(NOW));
        longer.put("m", sent(NOW));

        clock().advance(MINUTE.plusMillis(1));
        assertThat(shorter.get("m")).isEmpty();
        assertThat(longer.get("m")).isPresent();
        assertThat(longer.count()).isEqualTo(1);

        clock().advance(MINUTE);
        assertThat(longer.get("m")).isEmpty();
    }

    @Test
    @Scenario("R5")
    default void whatHasExpiredMakesRoomAndIsNotKeptAnew() {
        RetryCache cache = fresh(2, MINUTE);
        cache.put("m0", sent(NOW));
        clock().advance(MINUTE.plusMillis(1));

        cache.put("m1", sent(NOW));
        cache.put("m2", sent(NOW + 1));

        assertThat(cache.count()).isEqualTo(1);
        assertThat(kept(cache, 3)).containsExactly(2);
    }

    @Test
    @Scenario("R6")
    default void aBoundOfZeroStoresNothing() {
        RetryCache cache = fresh(0, MINUTE);

        cache.put("m0", sent(NOW));

        assertThat(cache.count()).isZero();
        assertThat(cache.get("m0")).isEmpty();
    }

    @Test
    @Scenario("R6")
    default void eachProfileHasItsOwnBound() {
        ProfileId profile = Fresh.profile();
        RetryCache wide = RetryFixture.cache(caches(5, MINUTE), profile);
        IntStream.range(0, 5).forEach(i -> wide.put("m" + i, sent(NOW + i)));
        RetryCache other = fresh(2, MINUTE);
        IntStream.range(0, 5).forEach(i -> other.put("m" + i, sent(NOW + i)));

        assertThat(wide.count()).isEqualTo(5);
        assertThat(other.count()).isEqualTo(2);

        RetryCache narrower = RetryFixture.cache(caches(3, MINUTE), profile);
        narrower.put("m5", sent(NOW + 5));
        assertThat(kept(narrower, 6)).containsExactly(3, 4, 5);
    }

    @Test
    @Scenario("R7")
    default void whatWasRemovedIsGone() {
        RetryCache cache = fresh(2, MINUTE);
        cache.put("m0", sent(NOW));
        cache.put("m1", sent(NOW + 1));

        cache.remove("m0");
        cache.remove("never there");

        assertThat(cache.get("m0")).isEmpty();
        assertThat(cache.count()).isEqualTo(1);
        cache.put("m2", sent(NOW + 2));
        assertThat(kept(cache, 3)).containsExactly(1, 2);
    }

    @Test
    default void clearForgetsTheMessagesAndAttemptsOfThatProfile() {
        RetryCaches caches = caches(5, MINUTE);
        ProfileId profile = Fresh.profile();
        RetryCache cache = RetryFixture.cache(caches, profile);
        RetryCache other = RetryFixture.cache(caches, Fresh.profile());
        IntStream.range(0, 7).forEach(i -> cache.put("m" + i, sent(NOW + i)));
        other.put("m0", sent(NOW));
        caches.budget(profile).tryConsume("m0", "r");

        cache.clear();

        assertThat(cache.count()).isZero();
        assertThat(kept(cache, 7)).isEmpty();
        assertThat(other.count()).isEqualTo(1);
        assertThat(caches.budget(profile).tryConsume("m0", "r").used()).isEqualTo(1);
        cache.put("m0", sent(NOW));
        assertThat(cache.count()).isEqualTo(1);
    }

    @Test
    @Scenario("R8")
    default void aSourceIsAskedOnAMissAndItsFailureIsAMiss() {
        RetryEntry own = sent(NOW, "from the outbox");
        RetryCache cache = fresh(
                5,
                MINUTE,
                (profile, id) -> {
                    throw new IllegalStateException("the outbox is down");
                },
                RetryFixture.nothing(),
                (profile, id) -> id.equals("m1") ? Optional.of(own) : Optional.empty());
        cache.put("m0", sent(NOW));

        assertThat(cache.get("m0")).contains(sent(NOW));
        assertThat(cache.get("m1")).contains(own);
        assertThat(cache.get("m2")).isEmpty();
        assertThat(cache.count()).isEqualTo(1);
    }

    @Test
    @Scenario("R12")
    default void theSixthAttemptIsRefusedAlsoForAMessageThatIsNotThere() {
        RetryBudget budget = caches(5, MINUTE).budget(Fresh.profile());

        assertThat(IntStream.range(0, 7).mapToObj(i -> budget.tryConsume("unknown", "r")))
                .extracting(attempt ->
                        (attempt.allowed() ? "allowed " : "refused ") + attempt.used() + "/" + attempt.limit())
                .containsExactly(
                        "allowed 1/5",
                        "allowed 2/5",
                        "allowed 3/5",
                        "allowed 4/5",
                        "allowed 5/5",
                        "refused 5/5",
                        "refused 5/5");
        assertThat(budget.tryConsume("unknown", "other").allowed()).isTrue();
        assertThat(budget.tryConsume("other", "r").allowed()).isTrue();
    }

    @Test
    @Scenario("R12")
    default void attemptsAreCountedAnewATimeToLiveAfterTheFirst() {
        RetryBudget budget = caches(5, MINUTE).budget(Fresh.profile());
        IntStream.range(0, 3).forEach(i -> budget.tryConsume("m", "r"));

        clock().advance(MINUTE.minusMillis(1));
        IntStream.range(0, 3).forEach(i -> budget.tryConsume("m", "r"));
        assertThat(budget.tryConsume("m", "r").allowed()).isFalse();
        clock().advance(Duration.ofMillis(1));

        assertThat(budget.tryConsume("m", "r").used()).isEqualTo(1);
    }

    @Test
    @Scenario("R12")
    default void ofFiftyRacersFiveAreAllowed() {
        RetryBudget budget = caches(5, MINUTE).budget(Fresh.profile());

        List<Boolean> allowed =
                Race.of(threads(), 50, racer -> budget.tryConsume("m", "r").allowed());

        assertThat(allowed).filteredOn(Boolean.TRUE::equals).hasSize(5);
    }

    @Test
    default void badInputIsRefusedAndNothingIsStored() {
        RetryCache cache = fresh(5, MINUTE);

        refused("timestamp", () -> cache.put("m", sent(NOW + MINUTE.toMillis() + 1)));
        refused("message", () -> cache.put("m", new RetryEntry("r", new byte[MAX_MESSAGE + 1], NOW)));
        refused("id", () -> cache.put("", sent(NOW)));
        refused("id", () -> cache.put("x".repeat(513), sent(NOW)));
        refused("recipient", () -> cache.get("", "m"));

        assertThat(cache.count()).isZero();
        cache.put("m", sent(NOW + MINUTE.toMillis()));
        assertThat(cache.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512})
    default void idsAreComparedExactlyUpToTheirLimit(int length) {
        RetryCache cache = fresh();
        String id = "\uD83D\uDE00".repeat(length);

        cache.put(id, sent(NOW));

        assertThat(cache.get(id)).isPresent();
        cache.remove(id);
        assertThat(cache.count()).isZero();
    }

    @Test
    @Scenario("R12")
    default void attemptsAreCountedForNamesOfFullLength() {
        RetryBudget budget = caches(5, MINUTE).budget(Fresh.profile());
        String id = letters(1);
        String requester = letters(2);
        budget.tryConsume(id, requester);

        assertThat(budget.tryConsume(id, requester).used()).isEqualTo(2);
        assertThat(budget.tryConsume(id, letters(3)).used()).isEqualTo(1);
    }

    /** As many as a name has, each of four bytes, and as a whole not to be compressed. */
    private static String letters(int seed) {
        return new Random(seed)
                .ints(512, 0x20000, 0x2A6D0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static void refused(String field, Runnable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    /** The numbers below that of messages {@code m0}, {@code m1} and so on that are there. */
    private static List<Integer> kept(RetryCache cache, int below) {
        return IntStream.range(0, below)
                .filter(i -> cache.get("m" + i).isPresent())
                .boxed()
                .toList();
    }
}
