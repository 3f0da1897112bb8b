package org.restante.chat;

import java.time.Instant;
import java.util.List;

/** What comes next in a conversation. */
public sealed interface NextResult {

    /**
     * The caller holds the conversation still, for this entry.
     *
     * @param skipped what had waited for too long, in order
     * @param token in place of the one before
     * @param leaseUntil the lease begun anew, as long as before
     */
    record Next(Pending entry, List<Pending> skipped, LockToken token, Instant leaseUntil) implements NextResult {

        public Next {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Nothing waited: the conversation is free.
     *
     * @param skipped what had waited for too long, in order
     */
    record Freed(List<Pending> skipped) implements NextResult {

        public Freed {
            skipped = List.copyOf(skipped);
        }
    }

    /** The caller does not hold it: nothing was changed. */
    record NotOwner() implements NextResult {}
}
