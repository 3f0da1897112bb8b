package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who handles which conversation of one profile, for how long, and what waits meanwhile. A lock is held until it is released
 * or its lease has run out; then it is free, and what waits stays for the next holder. Each acquisition has a token of its
 * own, larger than all before it. Thread-safe; of transactions and errors {@link ChatState} tells.
 */
public interface ConversationLocks {

    /** Asks for the lock. Not reentrant: an owner who asks again is told like all others that it is busy. */
    LockResult lock(String key, LockRequest request);

    /**
     * Begins the lease anew, from now.
     *
     * @param lease more than nothing, at most a day
     * @return until when it is; empty when the token has no live lock any more, which is never had again
     */
    Optional<Instant> extend(String key, LockToken token, Duration lease);

    /** Sets the lock free, if the token has it and it is live, and gives out what waited. */
    ReleaseResult release(String key, LockToken token);

    /** Sets the lock free, if the owner has it and it is live, and gives out what waited. */
    ReleaseResult release(String key, String owner);

    /** Sets the lock free, whoever has it, and gives out what waited: nothing where there is none. */
    ReleaseResult.Released forceRelease(String key);

    /**
     * Takes the first entry that waits, under a new token, or sets the lock free when none does: in one step, so that what is
     * queued at the same time is either taken or finds the lock free.
     */
    NextResult releaseOrTakeNext(String key, LockToken token);

    /**
     * Does the work in a transaction, the caller's or one of its own, that is committed only while the token's lock is live:
     * nobody gets the lock before it ends.
     *
     * @throws LockLostException when the token has no live lock; the work was not begun
     */
    <T> T guarded(String key, LockToken token, Supplier<T> work);

    /** The live locks, by their keys. */
    List<LiveLock> live();
}
