package org.restante.web.dedup;

import java.time.Instant;
import org.restante.dedup.Claim;

/**
 * A claim that was had, as it is answered.
 *
 * @param attempt from 2 on, taken over from a lease that ran out
 */
public record ClaimedAnswer(String state, String token, int attempt, Instant leaseUntil) {

    static ClaimedAnswer of(Claim claim) {
        return new ClaimedAnswer("claimed", claim.token().value(), claim.attempt(), claim.leaseUntil());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ClaimedAnswer(attempt " + attempt + ", until " + leaseUntil + ")";
    }
}
