package org.restante.web.idempotency;

import org.restante.dedup.Claim;
import org.restante.dedup.ClaimLease;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.Decision;
import org.restante.dedup.DedupCache;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.lease.LeaseKeeper;

/** Where requests with an {@code Idempotency-Key} are remembered. Thread-safe. */
public final class IdempotentRequests {

    /** The dedup namespace that holds them. Whoever may read it may read every answer in it. */
    public static final String NAMESPACE = "http";

    private final DedupCache cache;
    private final LeaseKeeper leases;
    private final int maxBody;
    private final RequestEnd requestEnd;

    /**
     * Remembers them in that cache, for good at once, whatever the caller's transaction is.
     *
     * @param requestEnd ends, with the request of the thread that asks, what was begun in it
     * @param maxBody how many bytes the body of a request with a key may have
     */
    public IdempotentRequests(DedupCache cache, LeaseKeeper leases, RequestEnd requestEnd, int maxBody) {
        this.cache = cache.independent();
        this.leases = leases;
        this.requestEnd = requestEnd;
        this.maxBody = maxBody;
    }

    int maxBody() {
        return maxBody;
    }

    /** @throws FingerprintMismatchException when the key came before with another payload */
    Decision claim(RequestIdentity identity) {
        return cache.claim(identity.key(), ClaimTerms.defaults().withFingerprint(identity.fingerprint()));
    }

    /** Keeps the claim its claimer's while the request is done. */
    ClaimedRequest begin(Claim claim) {
        ClaimedRequest request = new ClaimedRequest(cache, claim, leases.keep(new ClaimLease(cache, claim), () -> {}));
        requestEnd.watch(request);
        return request;
    }
}
