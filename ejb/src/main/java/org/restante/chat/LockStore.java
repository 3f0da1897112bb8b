package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;

/**
 * Keeps locks and what waits for them. A lock is live while its lease ends after {@code now}. All that is done to one lock and
 * its entries is done one after the other.
 */
public interface LockStore {

    /** Takes a lock that is not live; else does what the strategy says, which is not {@link LockStrategy#CONCURRENT}. */
    Locking lock(ConversationKey key, Wanted wanted);

    /** Begins the lease of a live lock anew, from now; whether the holder has it. */
    boolean extend(ConversationKey key, Holder holder, Duration lease);

    /** Frees the lock and gives out all entries in order, expired or not; empty when the holder does not have it. */
    Optional<List<StoredPending>> release(ConversationKey key, Holder holder);

    /** Takes the first entry that has not expired, and those before it, or frees the lock; null when the holder does not have it. */
    @Nullable Taking releaseOrTakeNext(ConversationKey key, Holder holder);

    /** Whether the holder has the lock, which then is neither released nor taken before the transaction ends. */
    boolean guard(ConversationKey key, Holder holder);

    /** The live locks of a profile by their keys. */
    List<LiveLock> live(ProfileId profile, Instant now);

    /** Live locks of all profiles, by their ages and places; at most so many. */
    List<HeldConversation> oldest(Instant now, int most);

    /**
     * Somebody wants a lock.
     *
     * @param content of the message, kept if it waits
     */
    record Wanted(String owner, LockStrategy strategy, Duration lease, QueueBound bound, byte[] content, Instant now) {

        /** When the lease would run out. */
        public Instant leaseUntil() {
            return now.plus(lease);
        }

        /** The entry that waits. */
        public StoredPending entry(long number) {
            return new StoredPending(number, owner, strategy, content, now, now.plus(bound.timeToLive()));
        }
    }

    /**
     * Who says to have a lock: by the token, by the name, or, with neither, whoever it is and live or not.
     *
     * @param now by which it is live or not
     */
    record Holder(@Nullable LockToken token, @Nullable String owner, Instant now) {

        public static Holder of(LockToken token, Instant now) {
            return new Holder(token, null, now);
        }

        public static Holder named(String owner, Instant now) {
            return new Holder(null, owner, now);
        }

        public static Holder anybody(Instant now) {
            return new Holder(null, null, now);
        }
    }

    /** What came of it. */
    enum Outcome {
        ACQUIRED,
        QUEUED,
        DEBOUNCED,
        BUSY,
        OVERFLOWED
    }

    /**
     * What came of asking for a lock.
     *
     * @param token of a lock that was acquired
     * @param position of a message that was queued
     * @param dropped what went for it, in order; or the message itself
     */
    record Locking(Outcome outcome, @Nullable LockToken token, int position, List<StoredPending> dropped) {

        public static Locking acquired(LockToken token) {
            return new Locking(Outcome.ACQUIRED, token, 0, List.of());
        }

        public static Locking queued(int position, List<StoredPending> dropped) {
            return new Locking(Outcome.QUEUED, null, position, dropped);
        }

        public static Locking debounced() {
            return new Locking(Outcome.DEBOUNCED, null, 0, List.of());
        }

        public static Locking busy() {
            return new Locking(Outcome.BUSY, null, 0, List.of());
        }

        public static Locking overflowed(StoredPending message) {
            return new Locking(Outcome.OVERFLOWED, null, 0, List.of(message));
        }
    }

    /**
     * What comes next.
     *
     * @param next null when there was none, and the lock is free
     * @param skipped what had expired, in order
     * @param lock as the holder has it now; null when it is free
     */
    record Taking(
            @Nullable StoredPending next,
            List<StoredPending> skipped,
            @Nullable StoredLock lock) {}
}
