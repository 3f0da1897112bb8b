package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;

/**
 * A key that is the caller's to handle.
 *
 * @param token proves it
 * @param attempt 1, or more after claimers whose leases ran out: then the work may have been done in part
 * @param since when the key was claimed first, by whomever
 * @param leaseUntil when another may take it over, unless it is renewed
 * @param lease how long it is
 */
public record Claim(DedupKey key, ClaimToken token, int attempt, Instant since, Instant leaseUntil, Duration lease) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Claim(" + key + ", attempt " + attempt + ", until " + leaseUntil + ")";
    }
}
