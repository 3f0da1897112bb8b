package org.restante.chat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;

/** All of a profile that is in a snapshot. */
public interface SnapshotStore {

    /** Shows everything as it was at one moment: subscriptions, dedupe keys, threads, channels, then locks with their entries. */
    void read(ProfileId profile, Sink sink);

    /**
     * Puts other content in the place of everything that a snapshot holds.
     *
     * @param content writes it, one kind after the other in whatever order, each entry behind its lock; is asked again when the
     *     database undid the first try; when it throws, nothing was changed
     */
    void replace(ProfileId profile, Consumer<Sink> content);

    /** Takes one thing after the other. */
    interface Sink {

        void subscription(String thread);

        /** Keys come from the oldest to the newest. */
        void dedupe(DedupeKey key);

        void thread(String id, byte[] state);

        void channel(String id, byte[] state);

        /**
         * A lock, which may have run out, and for which the entries that follow wait.
         *
         * @param handler who handles what waits, at once where the lock is free; null where that is the caller's business
         * @param lock null where entries wait for a lock that nobody has; its token is not kept, but made anew
         */
        void lock(String key, @Nullable String handler, @Nullable StoredLock lock);

        /** An entry that waits for the last lock. */
        void pending(StoredPending entry);
    }
}
