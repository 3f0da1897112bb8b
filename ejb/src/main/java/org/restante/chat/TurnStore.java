package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps conversations that are handled here and there: every message waits first, also that of a free conversation, and is
 * there until it was handled, so that whoever comes after a crash finds it. The locks are those of {@link LockStore}.
 */
public interface TurnStore {

    /** Puts a message behind the others, and takes the lock where that is wanted and it is free and ready. */
    Arrived arrive(ConversationKey key, Arrival arrival);

    /** Takes the lock for what waits, if it is free and ready and something does. */
    Optional<Begun> begin(ConversationKey key, Beginning beginning);

    /** The first that wait, in order. */
    List<StoredPending> waiting(ConversationKey key, int most);

    /**
     * Takes what was handled away, and begins the lease anew, as long as before, where more waits and is ready; else the lock
     * is free. Empty, and nothing was changed, where the holder does not have it.
     *
     * @throws LockLostException when one of them is not there any more
     */
    Optional<Left> finish(ConversationKey key, LockStore.Holder holder, Collection<Long> handled);

    /** Frees the lock, and leaves what waits where it is, until then; whether the holder had it. */
    boolean leave(ConversationKey key, LockStore.Holder holder, Leaving leaving);

    /**
     * Runs the work in a transaction of its own, where there are transactions.
     *
     * @param limit after which it is rolled back at the latest
     * @param work is given what rolls back at once, from another thread
     */
    <T> T inTransaction(Duration limit, Function<Runnable, T> work);

    /** Conversations of these handlers that are free and ready, and where something waits; those ready first come first. */
    List<Ready> ready(Collection<String> handlers, Instant now, int most);

    /**
     * A message.
     *
     * @param handler who handles what waits there
     * @param readyAt before which nobody takes the lock for it
     * @param pushed whether {@code readyAt} stands in place of that of the messages before it
     */
    record Message(String handler, byte[] content, Instant readyAt, boolean pushed) {}

    /** A message that comes, and how. */
    record Arrival(Message message, Beginning beginning, Taking taking) {}

    /** When a message that comes takes the lock. */
    enum Taking {
        /** Where it is free and ready; else it waits. */
        IF_FREE,
        /** Where it is free and ready; else it is not kept. */
        OR_ELSE_REFUSED,
        /** Never: it waits. */
        LATER
    }

    /** Somebody takes a lock. */
    record Beginning(String owner, Duration lease, Instant now) {

        /** When the lease would run out. */
        public Instant leaseUntil() {
            return now.plus(lease);
        }
    }

    /**
     * What came of it.
     *
     * @param kept whether the message waits
     * @param begun the lock, null where it was not taken
     */
    record Arrived(boolean kept, @Nullable Begun begun) {}

    /**
     * A lock that was taken.
     *
     * @param failures how often the first message was begun and not finished
     */
    record Begun(LockToken token, int failures) {}

    /**
     * What is left.
     *
     * @param waiting how many wait; not less than do
     * @param held whether the holder goes on; else the lock is free
     * @param readyAt before which nobody takes the lock
     */
    record Left(int waiting, boolean held, Instant readyAt) {}

    /**
     * How a lock is left.
     *
     * @param readyAt before which nobody takes it
     * @param failed whether the first message was begun and not finished
     */
    record Leaving(Instant readyAt, boolean failed) {}

    /** A conversation where something waits. */
    record Ready(ConversationKey key, String handler) {}
}
