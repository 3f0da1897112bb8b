package org.restante.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of asking for a conversation. */
public sealed interface LockResult {

    /**
     * The conversation is the caller's.
     *
     * @param token by which it is extended and released; null for {@link LockStrategy#CONCURRENT}, which has no lock
     * @param leaseUntil when the lease runs out; null where there is no lock
     */
    record Acquired(@Nullable LockToken token, @Nullable Instant leaseUntil) implements LockResult {}

    /**
     * It is busy, and the message waits.
     *
     * @param position in the queue, counted from 1, after what was dropped
     * @param dropped what had to go, the oldest first
     */
    record Queued(int position, List<Pending> dropped) implements LockResult {

        public Queued {
            dropped = List.copyOf(dropped);
        }
    }

    /** It is busy, and the message waits in place of the last one that was debounced. */
    record Debounced() implements LockResult {}

    /** It is busy, and nothing was changed. */
    record Busy() implements LockResult {}

    /**
     * It is busy and its queue full, so that the message itself was dropped: nothing was changed.
     *
     * @param dropped the message as it would have waited
     */
    record Overflowed(Pending dropped) implements LockResult {}
}
