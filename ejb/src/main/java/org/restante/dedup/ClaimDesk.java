package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The claims in flight of all namespaces, for people who look after them. Thread-safe. */
public final class ClaimDesk {

    private final DedupAdapter adapter;
    private final KeyHash hash;
    private final InstantSource clock;
    private final Duration retention;

    /** @param retention for which a claim's row stays behind the end of its lease, at least, where that is not over an hour */
    ClaimDesk(DedupAdapter adapter, DedupCaches.Conduct conduct, Duration retention) {
        this.adapter = adapter.independent();
        this.hash = conduct.hash();
        this.clock = conduct.clock();
        this.retention = retention;
    }

    /**
     * Live claims, the oldest first.
     *
     * @param most how many at most
     */
    public List<HeldClaim> oldest(int most) {
        Instant now = clock.instant();
        return adapter.allInFlight(now, now.plus(retention), most).stream()
                .map(HeldClaim::of)
                .toList();
    }

    /**
     * Lets the key be claimed again, whoever has it.
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
