package org.restante.chat;

import java.time.Instant;
import java.util.function.Function;
import org.restante.entry.ProfileId;

/**
 * Where the state of conversations is kept, as bytes. Each operation of its stores is one atomic step and takes part in the
 * caller's transaction where there is one and they can. Implementations are thread-safe.
 */
public interface ChatAdapter extends AutoCloseable {

    /** Subscriptions, states and values. */
    ValueStore values();

    /** Dedupe windows. */
    DedupeStore dedupe();

    /** Lists and queues. */
    SeriesStore series();

    /** Locks and what waits for them. */
    LockStore locks();

    /** Conversations that are handled here and there. */
    TurnStore turns();

    /** All of a profile that is in a snapshot. */
    SnapshotStore snapshots();

    /** Forgets everything of a profile. */
    void clear(ProfileId profile);

    /**
     * Forgets values and lists whose time is over, and locks that nobody has and nothing waits for.
     *
     * @param before before when their time was over
     * @return how many; fewer than {@code most} when there are no more
     */
    int sweep(Instant before, int most);

    /**
     * Does several operations as one: all or, when the work throws, none.
     *
     * @param work is given what it is to use
     */
    <T> T atomically(Function<ChatAdapter, T> work);

    /** The same state, of which each operation is done for good at once, whatever the caller's transaction is. */
    ChatAdapter independent();

    @Override
    void close();
}
