package org.restante.dedup;

import java.time.Instant;

/**
 * A claim in flight, as people see it: never with its token.
 *
 * @param since when the key was first claimed
 * @param attempt 2 and on: taken over from a lease that ran out
 */
public record HeldClaim(DedupKey key, Instant since, Instant leaseUntil, int attempt) {

    static HeldClaim of(StoredClaim claim) {
        return new HeldClaim(claim.key(), claim.since(), claim.until(), claim.attempt());
    }

    /** Whether it is the same attempt of the same claim. */
    boolean is(StoredClaim claim) {
        return key.equals(claim.key()) && attempt == claim.attempt() && since.equals(claim.since());
    }
}
