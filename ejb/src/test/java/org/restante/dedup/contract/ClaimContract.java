package org.restante.dedup.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;
import static org.restante.dedup.contract.Decisions.inFlight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Decision;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCollisionException;
import org.restante.dedup.DedupKey;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.dedup.Receipt;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Who gets a key. */
public interface ClaimContract extends DedupFixture {

    @Test
    @Scenario("D1")
    default void theFirstGetsTheKeyAndTheOthersAreToldHowItStands() {
        DedupCache cache = fresh();
        Instant now = clock().instant();

        Claim claim = claimed(cache.claim("k"));
        assertThat(claim.attempt()).isEqualTo(1);
        assertThat(claim.since()).isEqualTo(now);
        assertThat(claim.leaseUntil()).isEqualTo(now.plus(LEASE));
        assertThat(cache.claim("k")).isEqualTo(new InFlight(now, now.plus(LEASE), 1));

        clock().advance(Duration.ofSeconds(5));
        cache.complete(claim, Receipt.of("sent as 42"));
        assertThat(cache.claim("k")).isEqualTo(new Completed(now.plusSeconds(5), Receipt.of("sent as 42")));
    }

    @Test
    @Scenario("D1")
    default void lookupTellsTheSameAndChangesNothing() {
        DedupCache cache = fresh();
        assertThat(cache.lookup("k")).isEmpty();
        Claim claim = claimed(cache.claim("k"));

        assertThat(cache.lookup("k")).contains(inFlight(cache.claim("k")));
        cache.complete(claim, Receipt.of("r"));
        assertThat(cache.lookup("k")).contains((Completed) cache.claim("k"));
        assertThat(cache.lookup("other")).isEmpty();
        claimed(cache.claim("other"));
    }

    @Test
    @Scenario("D2")
    default void ofAHundredRacersOneGetsTheKey() {
        DedupCache cache = fresh();
        for (int round = 0; round < 5; round++) {
            String key = "k" + round;
            List<Decision> decisions = Race.of(threads(), 100, racer -> cache.claim(key));

            assertThat(decisions).filteredOn(Claimed.class::isInstance).hasSize(1);
            assertThat(decisions).filteredOn(InFlight.class::isInstance).hasSize(99);
        }
    }

    @Test
    @Scenario("D2")
    default void racersWhoCompleteAreEachTheOnlyOne() {
        DedupCache cache = fresh();
        int[] handled = new int[20];
        List<Integer> conflicts = Race.of(threads(), 8, racer -> {
            int other = 0;
            for (int key = 0; key < handled.length; key++) {
                if (cache.claim("k" + key) instanceof Claimed mine) {
                    handled[key]++; // by nobody else
                    cache.complete(mine.claim(), Receipt.of("by " + racer));
                } else {
                    other++;
                }
            }
            return other;
        });

        assertThat(handled).containsOnly(1);
        assertThat(conflicts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(7 * handled.length);
    }

    @Test
    @Scenario("D6")
    default void afterTheLeaseTheNextGetsTheKeyAndKnowsThatItIsTheSecond() {
        DedupCache cache = fresh();
        Instant begun = clock().instant();
        Claim first = claimed(cache.claim("k"));

        clock().advance(LEASE.minusNanos(1000));
        inFlight(cache.claim("k"));
        clock().advance(Duration.ofNanos(1000));
        assertThat(cache.lookup("k")).isEmpty();

        Claim second = claimed(cache.claim("k"));
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(begun);
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(inFlight(cache.claim("k")).attempt()).isEqualTo(2);
        clock().advance(LEASE);
        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(3);
    }

    @Test
    @Scenario({"D2", "D6"})
    default void ofManyWhoTakeOverOneGetsTheKey() {
        DedupCache cache = fresh();
        cache.claim("k");
        for (int attempt = 2; attempt < 6; attempt++) {
            clock().advance(LEASE);
            List<Decision> decisions = Race.of(threads(), 20, racer -> cache.claim("k"));

            assertThat(decisions).filteredOn(Claimed.class::isInstance).hasSize(1);
            assertThat(decisions).filteredOn(InFlight.class::isInstance).hasSize(19);
        }
    }

    @Test
    @Scenario("D7")
    default void theReceiptIsThereForTheRetentionWhateverTheLeaseWas() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k", ClaimTerms.defaults().withLease(Duration.ofSeconds(2))));
        assertThat(claim.lease()).isEqualTo(Duration.ofSeconds(2));
        cache.complete(claim, Receipt.none());

        clock().advance(RETENTION.minusNanos(1000));
        completed(cache.claim("k"), Receipt.none());
        clock().advance(Duration.ofNanos(1000));

        assertThat(cache.lookup("k")).isEmpty();
        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(1);
    }

    @Test
    @Scenario("D9")
    default void twoKeysWithOneHashAreNeverTakenForOne() {
        String namespace = DedupFixture.namespace();
        DedupCache cache = caches(key -> new byte[32]).of(namespace);
        Claim claim = claimed(cache.claim("the first key"));

        for (Runnable call : List.<Runnable>of(
                () -> cache.claim("the second key"),
                () -> cache.lookup("the second key"),
                () -> cache.complete("the second key", new ClaimToken("t"), Receipt.none()))) {
            assertThatExceptionOfType(DedupCollisionException.class)
                    .isThrownBy(call::run)
                    .satisfies(collision -> {
                        assertThat(collision.claimed()).isEqualTo(new DedupKey(namespace, "the first key"));
                        assertThat(collision.refused()).isEqualTo(new DedupKey(namespace, "the second key"));
                        assertThat(collision).hasMessageContaining("the fi").hasMessageContaining("the sec");
                    });
        }
        clock().advance(LEASE);
        assertThatExceptionOfType(DedupCollisionException.class).isThrownBy(() -> cache.claim("the second key"));
        assertThat(claimed(cache.claim("the first key")).since()).isEqualTo(claim.since());
    }

    @Test
    @Scenario("D10")
    default void anotherPayloadUnderTheSameKeyIsRefused() {
        DedupCache cache = fresh();
        ClaimTerms payload = ClaimTerms.defaults().withFingerprint("a");
        ClaimTerms other = ClaimTerms.defaults().withFingerprint("b");
        Claim claim = claimed(cache.claim("k", payload));

        inFlight(cache.claim("k", payload));
        inFlight(cache.claim("k"));
        assertThatExceptionOfType(FingerprintMismatchException.class).isThrownBy(() -> cache.claim("k", other));
        cache.complete(claim, Receipt.of("r"));
        completed(cache.claim("k", payload), Receipt.of("r"));
        assertThatExceptionOfType(FingerprintMismatchException.class).isThrownBy(() -> cache.claim("k", other));
    }

    @Test
    @Scenario("D10")
    default void anotherPayloadDoesNotTakeOverButTheSameOrAnUnknownDoes() {
        DedupCache cache = fresh();
        claimed(cache.claim("k"));
        clock().advance(LEASE);
        claimed(cache.claim("k", ClaimTerms.defaults().withFingerprint("a")));
        clock().advance(LEASE);

        ClaimTerms other = ClaimTerms.defaults().withFingerprint("b");
        assertThatExceptionOfType(FingerprintMismatchException.class).isThrownBy(() -> cache.claim("k", other));
        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(3);
        assertThatExceptionOfType(FingerprintMismatchException.class).isThrownBy(() -> cache.claim("k", other));
        clock().advance(LEASE.plus(RETENTION));
        assertThat(claimed(cache.claim("k", other)).attempt()).isEqualTo(1);
    }

    @Test
    @Scenario("D11")
    default void namespacesAreApart() {
        String namespace = DedupFixture.namespace();
        DedupCache cache = caches().of(namespace);
        DedupCache other = caches().of(namespace + "2");
        Claim claim = claimed(cache.claim("k"));

        Claim another = claimed(other.claim("k"));
        cache.complete(claim, Receipt.of("r"));

        inFlight(other.claim("k"));
        other.release(another);
        completed(cache.claim("k"), Receipt.of("r"));
    }

    @Test
    @Scenario("D11")
    default void theStreamKeyIsTheNamespaceAndTheHash() {
        assertThat(caches().of("orders").streamKey("abc"))
                .isEqualTo("orders:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "/", "\uD83D\uDE00", "K", "k", "é", "é"})
    default void keysAreComparedExactlyUpToTheirLimit(String character) {
        DedupCache cache = fresh();
        String longest = character.repeat(512);
        claimed(cache.claim(longest));

        inFlight(cache.claim(longest));
        claimed(cache.claim(character.repeat(511)));
        claimed(cache.claim(character));
    }

    @Test
    default void badInputIsRefusedAndNothingIsClaimed() {
        DedupCache cache = fresh();

        refused("key", () -> cache.claim(""));
        refused("key", () -> cache.claim("x".repeat(513)));
        refused("key", () -> cache.lookup("x".repeat(513)));
        refused("lease", () -> cache.claim("k", ClaimTerms.defaults().withLease(Duration.ZERO)));
        refused("lease", () -> cache.claim("k", ClaimTerms.defaults().withLease(Duration.ofSeconds(-1))));
        refused("lease", () -> cache.claim("k", ClaimTerms.defaults().withLease(Duration.ofSeconds(Long.MIN_VALUE))));
        refused(
                "lease",
                () -> cache.claim(
                        "k", ClaimTerms.defaults().withLease(Duration.ofDays(1).plusNanos(1))));
        refused("fingerprint", () -> cache.claim("k", ClaimTerms.defaults().withFingerprint("")));
        refused("namespace", () -> caches().of(""));

        assertThat(cache.lookup("k")).isEmpty();
        claimed(cache.claim("k", ClaimTerms.defaults().withLease(Duration.ofDays(1))));
    }

    /** Refused, naming that field. */
    static void refused(String field, Runnable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
