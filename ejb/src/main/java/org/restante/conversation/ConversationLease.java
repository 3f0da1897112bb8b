package org.restante.conversation;

import java.time.Duration;
import org.restante.chat.ConversationTurns;
import org.restante.chat.LockToken;
import org.restante.lease.Lease;

/** The lease of a conversation that is being handled. */
record ConversationLease(ConversationTurns turns, ConversationPlace place, LockToken token, Duration length)
        implements Lease {

    @Override
    public boolean renew() {
        return turns.extend(place.lock(), token, length);
    }

    @Override
    public String toString() {
        return "the conversation " + place.key();
    }
}
