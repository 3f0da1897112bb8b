package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;

/**
 * How long keys of a namespace are held.
 *
 * @param lease how long a claim is its claimer's
 * @param retention for how long a receipt is there, and an attempt is remembered whose lease ran out; after a lease of over an hour
 *     shorter by what it has more
 */
public record DedupLimits(Duration lease, Duration retention) {

    /** Most claims are completed within it, also those whose lease is longer so that it never matters. */
    private static final Duration SLACK = Duration.ofHours(1);

    /**
     * When a claim may go of which nothing more is heard. It is not before the end of the lease, and late enough for a receipt
     * that comes within the lease, or within an hour of a longer one.
     */
    Instant forgetAfter(Instant now, Duration ofClaim) {
        Instant forReceipt = now.plus(retention).plus(ofClaim.compareTo(SLACK) < 0 ? ofClaim : SLACK);
        Instant leaseUntil = now.plus(ofClaim);
        return forReceipt.isAfter(leaseUntil) ? forReceipt : leaseUntil;
    }
}
