package org.restante.dedup.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;
import static org.restante.dedup.contract.Decisions.inFlight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimPage;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.dedup.ReceiptMismatchException;
import org.restante.dedup.StaleClaimException;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** What becomes of a claim. */
public interface EndContract extends DedupFixture {

    @Test
    @Scenario("D3")
    default void completedTwiceWithEqualReceiptsIsFineAndWritesNothing() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        cache.complete(claim, Receipt.of("r"));
        var before = cache.lookup("k");

        clock().advance(Duration.ofSeconds(7));
        cache.complete(claim, Receipt.of("r"));

        assertThat(cache.lookup("k")).isEqualTo(before);
    }

    @Test
    @Scenario("D3")
    default void anotherReceiptIsRefusedAndTheFirstKept() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        cache.complete(claim, Receipt.of("r"));

        assertThatExceptionOfType(ReceiptMismatchException.class)
                .isThrownBy(() -> cache.complete(claim, Receipt.of("s")));

        completed(cache.claim("k"), Receipt.of("r"));
    }

    @Test
    @Scenario({"D3", "D2"})
    default void ofManyWhoCompleteWithReceiptsOfTheirOwnOneIsKept() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));

        List<Boolean> done = Race.of(threads(), 16, racer -> {
            try {
                cache.complete(claim, Receipt.of("by " + racer));
                return true;
            } catch (ReceiptMismatchException e) {
                return false;
            }
        });

        assertThat(done).filteredOn(Boolean.TRUE::equals).hasSize(1);
        completed(cache.claim("k"), Receipt.of("by " + done.indexOf(true)));
    }

    @Test
    @Scenario("D4")
    default void aTakenOverClaimCanDoNothingAnyMore() {
        DedupCache cache = fresh();
        Claim stale = claimed(cache.claim("k"));
        clock().advance(LEASE);
        Claim live = claimed(cache.claim("k"));

        stale(() -> cache.complete(stale, Receipt.of("late")));
        stale(() -> cache.release(stale));
        stale(() -> cache.renew(stale));

        inFlight(cache.claim("k"));
        cache.complete(live, Receipt.of("r"));
        stale(() -> cache.complete(stale, Receipt.of("r")));
        stale(() -> cache.renew(live));
        completed(cache.claim("k"), Receipt.of("r"));
    }

    @Test
    @Scenario("D4")
    default void aClaimWhoseLeaseRanOutIsStaleThoughNobodyTookItOver() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        clock().advance(LEASE);

        stale(() -> cache.complete(claim, Receipt.none()));
        stale(() -> cache.renew(claim));

        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(2);
    }

    @Test
    @Scenario("D4")
    default void aReleasedOrUnknownClaimIsStale() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        cache.release(claim);

        stale(() -> cache.complete(claim, Receipt.none()));
        stale(() -> cache.renew(claim));
        stale(() -> cache.complete("never claimed", claim.token(), Receipt.none()));
        stale(() -> cache.renew("never claimed", claim.token()));
        assertThat(cache.lookup("k")).isEmpty();
    }

    @Test
    @Scenario("D4")
    default void anotherTokenIsRefusedAndNothingChanges() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        Claim other = claimed(cache.claim("other"));

        for (ClaimToken wrong :
                List.of(other.token(), new ClaimToken("x".repeat(512)), new ClaimToken("ü\uD83D\uDE00"))) {
            stale(() -> cache.complete("k", wrong, Receipt.none()));
            stale(() -> cache.release("k", wrong));
            stale(() -> cache.renew("k", wrong));
        }

        cache.complete(claim, Receipt.of("r"));
    }

    @Test
    @Scenario("D5")
    default void aReleasedKeyCanBeClaimedAgain() {
        DedupCache cache = fresh();
        cache.release(claimed(cache.claim("k")));

        Claim again = claimed(cache.claim("k"));

        assertThat(again.attempt()).isEqualTo(1);
        cache.complete(again, Receipt.of("r"));
    }

    @Test
    @Scenario("D5")
    default void releaseOfWhatIsAbsentReleasedOrCompletedDoesNothing() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        cache.release("never claimed", claim.token());
        cache.release(claim);
        cache.release(claim);
        Claim again = claimed(cache.claim("k"));
        cache.complete(again, Receipt.of("r"));

        cache.release(again);
        cache.release(claim);

        completed(cache.claim("k"), Receipt.of("r"));
    }

    @Test
    @Scenario("D5")
    default void aReleaseThatRacesWithACompleteNeverTakesTheReceipt() {
        DedupCache cache = fresh();
        for (int round = 0; round < 30; round++) {
            String key = "k" + round;
            Claim claim = claimed(cache.claim(key));
            List<Boolean> kept = Race.of(threads(), 2, racer -> {
                try {
                    if (racer == 0) {
                        cache.release(claim);
                        return false;
                    }
                    cache.complete(claim, Receipt.of("r"));
                    return true;
                } catch (StaleClaimException e) {
                    return false;
                }
            });

            assertThat(cache.lookup(key).isPresent()).isEqualTo(kept.get(1));
        }
    }

    @Test
    @Scenario("D7")
    default void renewBeginsTheLeaseAnewForItsOwnerOnly() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        clock().advance(Duration.ofSeconds(40));

        Instant until = cache.renew(claim);

        assertThat(until).isEqualTo(clock().instant().plus(LEASE));
        clock().advance(Duration.ofSeconds(59));
        assertThat(inFlight(cache.claim("k")).leaseUntil()).isEqualTo(until);
        clock().advance(Duration.ofSeconds(1));
        stale(() -> cache.renew(claim));
        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(2);
    }

    @Test
    @Scenario("D1")
    default void theReceiptComesBackByteForByteUpToItsLimit() {
        DedupCache cache = fresh();
        byte[] bytes = new byte[Receipt.MAX_LENGTH];
        new Random(1).nextBytes(bytes);
        Claim claim = claimed(cache.claim("k"));

        cache.complete(claim, Receipt.of(bytes));

        completed(cache.claim("k"), Receipt.of(bytes));
        ClaimContract.refused("receipt", () -> Receipt.of(new byte[Receipt.MAX_LENGTH + 1]));
    }

    @Test
    @Scenario("D15")
    default void keysTokensAndReceiptsAreNotShown() {
        DedupCache cache = fresh();
        String key = "+49170123456789";
        Claim claim = claimed(cache.claim(key));

        assertThat(claim.toString() + claim.key() + claim.token())
                .doesNotContain(key)
                .doesNotContain(claim.token().value());
        clock().advance(LEASE);
        assertThatExceptionOfType(StaleClaimException.class)
                .isThrownBy(() -> cache.complete(claim, Receipt.of("secret")))
                .withMessageNotContaining(key)
                .withMessageNotContaining("secret");
        assertThat(Receipt.of("secret")).hasToString("Receipt(6 bytes)");
    }

    @Test
    @Scenario("D15")
    default void aPageOfClaimsDoesNotShowTheirKeys() {
        DedupCache cache = fresh();
        String key = "+49170123456789";
        claimed(cache.claim(key));
        clock().advance(Duration.ofSeconds(1));
        claimed(cache.claim(key + "0"));

        ClaimPage page = cache.inFlight(ClaimPage.Request.first(1));

        assertThat(page.following()).isPresent();
        assertThat(page.toString()).doesNotContain(key);
    }

    @Test
    default void theClaimsInFlightAreListedTheOldestFirst() {
        DedupCache cache = fresh();
        Claim first = claimed(cache.claim("b"));
        claimed(cache.claim("c"));
        claimed(cache.claim("a"));
        clock().advance(Duration.ofSeconds(10));
        claimed(cache.claim("d"));
        cache.complete(claimed(cache.claim("done")), Receipt.none());
        cache.renew(first);

        assertThat(keys(cache.inFlight(ClaimPage.Request.first(10)))).containsExactly("a", "b", "c", "d");
        ClaimPage page = cache.inFlight(ClaimPage.Request.first(3));
        assertThat(keys(page)).containsExactly("a", "b", "c");
        ClaimPage last = cache.inFlight(page.following().orElseThrow());
        assertThat(keys(last)).containsExactly("d");
        assertThat(last.following()).isEmpty();
        clock().advance(Duration.ofSeconds(50));
        assertThat(keys(cache.inFlight(ClaimPage.Request.first(10)))).containsExactly("b", "d");
    }

    private static List<String> keys(ClaimPage page) {
        return page.claims().stream().map(claim -> claim.key().key()).toList();
    }

    private static void stale(Runnable call) {
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(call::run);
    }
}
