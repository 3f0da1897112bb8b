package org.restante.dedup;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a key.
 *
 * @param token of the claim, if it is had
 * @param fingerprint SHA-256 of what was given as such, null when nothing was
 * @param forgetAfter when the row may go if nothing more is heard of it
 */
public record ClaimAttempt(
        HashedKey key,
        ClaimToken token,
        byte @Nullable [] fingerprint,
        Instant now,
        Duration lease,
        Instant forgetAfter) {

    /** When the lease would run out. */
    public Instant leaseUntil() {
        return now.plus(lease);
    }
}
