package org.restante.dedup;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The claims in flight of all namespaces, for people who look after them. Thread-safe. */
public final class ClaimDesk {

    private final DedupAdapter adapter;
    private final KeyHash hash;
    private final InstantSource clock;
    private final Set<Duration> retentions;

    /** @param retentions for which claims' rows stay behind the end of their leases: those of all namespaces */
    ClaimDesk(DedupAdapter adapter, DedupCaches.Conduct conduct, Set<Duration> retentions) {
        this.adapter = adapter;
        this.hash = conduct.hash();
        this.clock = conduct.clock();
        this.retentions = Set.copyOf(retentions);
    }

    /**
     * Live claims, the oldest first.
     *
     * @param most how many at most
     */
    public List<HeldClaim> oldest(int most) {
        return adapter.independent().allInFlight(clock.instant(), retentions, most).stream()
                .map(HeldClaim::of)
                .toList();
    }

    /**
     * Lets the key be claimed again, whoever has it; in the caller's transaction, if there is one.
     *
     * @return whether that claim was live until now; if it was not, or another has the key meanwhile, nothing is done
     */
    public boolean release(HeldClaim seen) {
        HashedKey place = new HashedKey(seen.key(), hash.of(seen.key().key()));
        return adapter.find(place)
                .filter(seen::is)
                .map(claim -> adapter.release(new DedupAdapter.Held(place, claim.token(), clock.instant())))
                .orElse(false);
    }
}
