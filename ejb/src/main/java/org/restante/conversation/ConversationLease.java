package org.restante.conversation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.restante.chat.ConversationTurns;
import org.restante.chat.LockToken;
import org.restante.lease.Lease;

/**
 * The lease of a conversation that is being handled.
 *
 * @param free whether the lock was set free by a turn that is just being committed: who finds it free then has not lost it
 * @param overdue whether its turn takes longer than it may
 */
record ConversationLease(
        ConversationTurns turns,
        ConversationPlace place,
        LockToken token,
        Duration length,
        BooleanSupplier free,
        BooleanSupplier overdue)
        implements Lease {

    @Override
    public boolean renew() {
        return !overdue.getAsBoolean() && (turns.extend(place.lock(), token, length) || free.getAsBoolean());
    }

    @Override
    public String toString() {
        return "the conversation " + place.key();
    }
}
