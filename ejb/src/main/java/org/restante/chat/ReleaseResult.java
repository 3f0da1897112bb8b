package org.restante.chat;

import java.util.List;

/** What comes of releasing a conversation. */
public sealed interface ReleaseResult {

    /**
     * It is free, and nothing waits for it any more.
     *
     * @param pending what waited, in order
     * @param expired what had waited for too long, in order
     */
    record Released(List<Pending> pending, List<Pending> expired) implements ReleaseResult {

        public Released {
            pending = List.copyOf(pending);
            expired = List.copyOf(expired);
        }
    }

    /** The caller does not hold it: nothing was changed. */
    record NotOwner() implements ReleaseResult {}
}
