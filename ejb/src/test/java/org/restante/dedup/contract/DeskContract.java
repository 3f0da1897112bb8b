package org.restante.dedup.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.restante.dedup.ClaimDesk;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;
import org.restante.dedup.HeldClaim;
import org.restante.dedup.Receipt;

/** The claims in flight as people see them. */
public interface DeskContract extends DedupFixture {

    int ALL = 100_000;

    @Test
    default void claimsOfAllNamespacesAreListedTheOldestFirstWhateverTheirLease() {
        DedupCache first = fresh();
        DedupCache second = fresh();
        ClaimTerms longest = ClaimTerms.defaults().withLease(ClaimTerms.LONGEST_LEASE);
        String run = UUID.randomUUID().toString();
        second.claim(run + "2", longest);
        clock().advance(Duration.ofSeconds(1));
        first.claim(run + "1");
        clock().advance(Duration.ofSeconds(1));
        second.claim(run + "open");
        second.complete(((Claimed) second.claim(run + "3")).claim(), Receipt.none());

        assertThat(mine(run))
                .extracting(claim -> claim.key().key())
                .containsExactly(run + "2", run + "1", run + "open");
        assertThat(desk().oldest(1)).hasSize(1);
        clock().advance(LEASE);
        assertThat(mine(run)).extracting(claim -> claim.key().key()).containsExactly(run + "2");
    }

    @Test
    default void aReleasedClaimIsFreeForOthers() {
        DedupCache cache = fresh();
        String run = UUID.randomUUID().toString();
        cache.claim(run);
        HeldClaim seen = mine(run).get(0);

        assertThat(desk().release(seen)).isTrue();
        assertThat(desk().release(seen)).isFalse();
        assertThat(cache.claim(run)).isInstanceOf(Claimed.class);
    }

    @Test
    default void aClaimThatAnotherHasTakenOverMeanwhileStays() {
        DedupCache cache = fresh();
        String run = UUID.randomUUID().toString();
        cache.claim(run);
        HeldClaim seen = mine(run).get(0);
        clock().advance(LEASE);
        cache.claim(run);

        assertThat(desk().release(seen)).isFalse();
        assertThat(mine(run)).extracting(HeldClaim::attempt).containsExactly(2);
    }

    private ClaimDesk desk() {
        return caches().desk(Set.of(RETENTION, Duration.ofSeconds(1), RETENTION.plusMinutes(5)));
    }

    private List<HeldClaim> mine(String run) {
        return desk().oldest(ALL).stream()
                .filter(claim -> claim.key().key().startsWith(run))
                .toList();
    }
}
