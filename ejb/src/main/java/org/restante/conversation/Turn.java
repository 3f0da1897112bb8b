package org.restante.conversation;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.restante.chat.LockLostException;
import org.restante.chat.LockToken;
import org.restante.entry.ProfileId;

/**
 * What is handled now.
 *
 * @param <M> what a message is
 * @param profile whose conversation it is
 * @param key of the conversation
 * @param messages what is handled, in order: one, or, in a burst, all that gathered
 * @param skipped what came before and is not handled, in order; empty where every message is
 * @param attempt 1, or more after turns that came to nothing; what is not undone by a rollback may have been done in part
 * @param holding how the conversation is held
 */
public record Turn<M>(ProfileId profile, String key, List<M> messages, List<M> skipped, int attempt, Holding holding) {

    /**
     * How a conversation is held.
     *
     * @param token larger than those of all who held it before
     * @param lost whether it is known to be held no more
     */
    public record Holding(LockToken token, BooleanSupplier lost) {}

    public Turn {
        messages = List.copyOf(messages);
        skipped = List.copyOf(skipped);
    }

    /** What is handled; the last of several. */
    public M message() {
        return messages.get(messages.size() - 1);
    }

    /** The fencing token, for stores that can refuse an older one. */
    public LockToken token() {
        return holding.token();
    }

    /** Whether the conversation is known to be held no more: its transaction is rolled back, and another node goes on. */
    public boolean isLost() {
        return holding.lost().getAsBoolean();
    }

    /**
     * Goes on only while the conversation is not known to be lost.
     *
     * @throws LockLostException when {@link #isLost}
     */
    public void requireHeld() {
        if (isLost()) {
            throw new LockLostException(key);
        }
    }
}
