package org.restante.chat;

import java.util.Optional;
import org.restante.codec.UnreadableValueException;

/**
 * Queues of one profile, apart from the locks. Thread-safe; of transactions and errors {@link ChatState} tells, of values
 * {@link KeyedValues}.
 */
public interface EntryQueues {

    /** How many entries a queue has at most. */
    int MAX_SIZE = 10_000;

    /**
     * Puts an entry behind all others and drops the oldest beyond the size.
     *
     * @param maxSize 1 to {@value #MAX_SIZE}
     * @return how many there are now
     */
    int put(String key, Object entry, int maxSize);

    /**
     * Takes the oldest entry, which nobody else is given.
     *
     * @return empty when there is none
     * @throws UnreadableValueException when it is not of that type; it stays where it is
     */
    <V> Optional<Taken<V>> take(String key, Class<V> type);

    /** How many entries there are. */
    int depth(String key);

    /** There are no entries afterwards. */
    void clear(String key);

    /**
     * An entry that was taken.
     *
     * @param depth how many are left
     */
    record Taken<V>(V entry, int depth) {}
}
