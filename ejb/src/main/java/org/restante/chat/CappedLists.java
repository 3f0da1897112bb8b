package org.restante.chat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.codec.UnreadableValueException;

/**
 * Lists of one profile that keep what came last. Thread-safe; of transactions and errors {@link ChatState} tells, of values
 * {@link KeyedValues}.
 */
public interface CappedLists {

    /** How many items a list has at most. */
    int MAX_LENGTH = 10_000;

    /**
     * Adds an item behind all others and drops the oldest beyond the length. A list whose time to live is over begins anew.
     *
     * @param maxLength 1 to {@value #MAX_LENGTH}
     * @param timeToLive of the whole list, from now; at most ten years, null for ever
     */
    void append(String key, Object item, int maxLength, @Nullable Duration timeToLive);

    /**
     * The items, the oldest first; none when nothing was appended or the time to live is over.
     *
     * @throws UnreadableValueException when one of them is not of that type
     */
    <V> List<V> list(String key, Class<V> type);

    /** There are no items afterwards. */
    void delete(String key);
}
