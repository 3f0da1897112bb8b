package org.restante.dedup;

import java.time.Duration;
import org.restante.lease.Lease;

/** The lease of a claim, which is renewed beside the caller's transaction. */
public final class ClaimLease implements Lease {

    private final DedupCache cache;
    private final Claim claim;

    public ClaimLease(DedupCache cache, Claim claim) {
        this.cache = cache.independent();
        this.claim = claim;
    }

    @Override
    public Duration length() {
        return claim.lease();
    }

    @Override
    public boolean renew() {
        try {
            cache.renew(claim);
            return true;
        } catch (StaleClaimException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return claim.key().toString();
    }
}
