package org.restante.chat;

import java.time.Instant;

/**
 * An entry that waits, as it is kept.
 *
 * @param number in the order in which they wait
 * @param content nobody's to change
 * @param expiresAt from when on it is not handed out
 */
public record StoredPending(
        long number, String owner, LockStrategy strategy, byte[] content, Instant enqueuedAt, Instant expiresAt) {

    /** Whether it waited for too long. */
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "StoredPending(" + number + ", " + owner + ", " + strategy + ")";
    }
}
