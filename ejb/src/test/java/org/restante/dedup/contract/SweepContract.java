package org.restante.dedup.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.Receipt;
import org.restante.testing.Scenario;

/** What is forgotten, and when. */
public interface SweepContract extends DedupFixture {

    /** How many claims of that namespace are held, over or not. */
    int held(String namespace);

    @Test
    @Scenario("D8")
    default void whatIsPastItsTimeAndTheGraceGoes() {
        String namespace = DedupFixture.namespace();
        DedupCache cache = caches().of(namespace);
        claimed(cache.claim("never completed"));
        cache.complete(claimed(cache.claim("k")), Receipt.none());

        clock().advance(LEASE.plus(RETENTION).plus(DedupCaches.GRACE).minusNanos(1000));
        sweep();
        assertThat(held(namespace)).isEqualTo(2);
        clock().advance(Duration.ofNanos(1000));
        sweep();

        assertThat(held(namespace)).isZero();
    }

    @Test
    @Scenario("D8")
    default void aLiveReceiptAndAnAttemptThatRanOutStay() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        claimed(cache.claim("crashed"));
        clock().advance(Duration.ofSeconds(59));
        cache.complete(claim, Receipt.of("r"));

        clock().advance(RETENTION.minusNanos(1000));
        sweep();

        completed(cache.claim("k"), Receipt.of("r"));
        assertThat(claimed(cache.claim("crashed")).attempt()).isEqualTo(2);
    }

    @Test
    @Scenario("D8")
    default void aLongLeaseDoesNotKeepWhatWasCompletedSoonForMuchLonger() {
        String namespace = DedupFixture.namespace();
        DedupCache cache = caches().of(namespace);
        ClaimTerms day = ClaimTerms.defaults().withLease(ClaimTerms.LONGEST_LEASE);
        cache.complete(claimed(cache.claim("soon", day)), Receipt.none());
        Claim late = claimed(cache.claim("late", day));
        clock().advance(Duration.ofHours(20));
        cache.complete(late, Receipt.of("r"));

        clock().advance(RETENTION.minusHours(19).plus(DedupCaches.GRACE));
        sweep();
        assertThat(held(namespace)).isEqualTo(1);

        clock().advance(Duration.ofHours(19).minus(DedupCaches.GRACE).minusNanos(1000));
        sweep();
        completed(cache.claim("late"), Receipt.of("r"));
    }

    @Test
    @Scenario("D8")
    default void aRenewedClaimIsRememberedAsLongAsAnyOther() {
        DedupCache cache = fresh();
        Claim claim = claimed(cache.claim("k"));
        for (int i = 0; i < 5; i++) {
            clock().advance(Duration.ofSeconds(50));
            cache.renew(claim);
        }
        clock().advance(Duration.ofSeconds(50));
        cache.complete(claim, Receipt.of("r"));

        clock().advance(RETENTION.minusNanos(1000));
        sweep();

        completed(cache.claim("k"), Receipt.of("r"));
    }

    /** All there is to sweep. */
    private void sweep() {
        DedupCaches caches = caches();
        boolean more;
        do {
            more = caches.sweep();
        } while (more);
    }
}
