package org.restante.chat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.storage.StorageUnavailableException;

/**
 * What one profile remembers of its conversations. Each operation is one atomic step, part of the caller's transaction where
 * there is one: a mark, a queued message and a lock are kept together or not at all. What an uncommitted transaction has
 * locked or marked, others wait for, up to half a minute; who does not want that uses {@link #independent}. Names of threads,
 * channels, keys and owners have 1 to 512 characters (Unicode code points) without U+0000. Thread-safe.
 *
 * <p>Every operation throws {@link InvalidInputException} naming the argument that breaks its limit, and
 * {@link StorageUnavailableException} when the store cannot be reached; then nothing was changed.
 */
public interface ChatState {

    /** How many keys a dedupe window holds unless a limit is given. */
    int DEDUPE_LIMIT = 1000;

    /** The thread is subscribed afterwards, as it may have been before. */
    void subscribe(String thread);

    /** The thread is not subscribed afterwards, as it may not have been before. */
    void unsubscribe(String thread);

    /** Whether the thread is subscribed. */
    boolean isSubscribed(String thread);

    /** What was last put for the thread; empty when nothing was. */
    Map<String, Object> threadState(String thread);

    /** Keeps the map, whole, in place of the one before; it holds what JSON can hold. */
    void putThreadState(String thread, Map<String, ?> state);

    /** What was last put for the channel; empty when nothing was. */
    Map<String, Object> channelState(String channel);

    /** Keeps the map, whole, in place of the one before; it holds what JSON can hold. */
    void putChannelState(String channel, Map<String, ?> state);

    /**
     * Whether the key is in its window; marks nothing.
     *
     * @param key as {@link DedupeKey} says; null is never a duplicate
     */
    boolean isDuplicate(@Nullable String key);

    /**
     * Puts the key into the window of its room, as the newest one, and drops the oldest beyond the limit. A key that is there
     * already is there once, and as the newest one.
     *
     * @param key as {@link DedupeKey} says; null is not kept, and never a duplicate
     * @param limit how many keys the room remembers, at least 1
     * @return whether it was there: of many who mark one key at once, one gets false
     */
    boolean markDedupe(@Nullable String key, int limit);

    /** The same with a window of {@value #DEDUPE_LIMIT} keys. */
    default boolean markDedupe(@Nullable String key) {
        return markDedupe(key, DEDUPE_LIMIT);
    }

    /** Who handles which conversation, and what waits for it. */
    ConversationLocks locks();

    /** Values under a key, with a time to live or without. */
    KeyedValues values();

    /** Lists that keep what came last. */
    CappedLists lists();

    /** Queues apart from the locks, for those who keep locks of their own. */
    EntryQueues queues();

    /** All of subscriptions, dedupe windows, states and locks, to be written out and read in. */
    ChatSnapshots snapshots();

    /** Forgets everything that is kept here for the profile. */
    void clear();

    /** The same state, of which each operation is done for good at once, whatever the caller's transaction is. */
    ChatState independent();
}
