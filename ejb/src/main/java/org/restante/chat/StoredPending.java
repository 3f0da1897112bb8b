package org.restante.chat;

import java.time.Instant;
import org.restante.time.Micros;

/**
 * An entry that waits, as it is kept.
 *
 * @param number in the order in which they wait
 * @param content must not be modified
 * @param expiresAt from when on it is not handed out; {@link #NEVER} where it stays
 */
public record StoredPending(
        long number, String owner, LockStrategy strategy, byte[] content, Instant enqueuedAt, Instant expiresAt) {

    /** The end of what never expires: the last that all adapters can keep. */
    public static final Instant NEVER = Micros.toInstant(Long.MAX_VALUE);

    /** Whether it waited for too long. */
    public boolean isExpired(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /** Whether it goes only when it was handled, and for no other that comes. */
    public boolean isForHandler() {
        return expiresAt.equals(NEVER);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "StoredPending(" + number + ", " + owner + ", " + strategy + ")";
    }
}
