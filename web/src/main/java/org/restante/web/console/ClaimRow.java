package org.restante.web.console;

import java.time.Duration;
import java.time.Instant;
import org.restante.dedup.HeldClaim;
import org.restante.time.Micros;

/**
 * A claim in flight as the page shows it.
 *
 * @param stuck whether somebody should look at it
 */
public record ClaimRow(HeldClaim claim, boolean stuck) {

    static final Duration LONG = Duration.ofMinutes(5);
    private static final int MANY_ATTEMPTS = 3;

    static ClaimRow of(HeldClaim claim, Instant now) {
        return new ClaimRow(claim, isStuck(claim, now));
    }

    /** Whether it is held for long, or was taken over from leases that ran out again and again. */
    static boolean isStuck(HeldClaim claim, Instant now) {
        return claim.attempt() >= MANY_ATTEMPTS
                || Duration.between(claim.since(), now).compareTo(LONG) > 0;
    }

    /** The time of the claim, which with its attempt says which one it is. */
    public long since() {
        return Micros.of(claim.since());
    }

    /** The page that asks whether to release it. */
    public String releaseAddress() {
        return Address.of(
                "claims",
                "ns",
                claim.key().namespace(),
                "key",
                claim.key().key(),
                "since",
                String.valueOf(since()),
                "attempt",
                String.valueOf(claim.attempt()));
    }
}
