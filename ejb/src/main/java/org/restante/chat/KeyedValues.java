package org.restante.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.codec.UnreadableValueException;

/**
 * Values of one profile under a key. A value is of any class that can be written as CBOR, {@code byte[]}, or
 * {@link org.restante.codec.Content}, which is kept as it is. Thread-safe; of transactions and errors {@link ChatState} tells.
 */
public interface KeyedValues {

    /**
     * The value, unless none was set or its time to live is over.
     *
     * @throws UnreadableValueException when what is there is not one of that type
     */
    <V> Optional<V> get(String key, Class<V> type);

    /**
     * Sets the value, and its time to live anew.
     *
     * @param timeToLive at most ten years; null for ever
     */
    void set(String key, Object value, @Nullable Duration timeToLive);

    /**
     * Sets the value if there is none; one whose time to live is over is none.
     *
     * @return whether it was set: of many who do this at once, one gets true
     */
    boolean setIfAbsent(String key, Object value, @Nullable Duration timeToLive);

    /** There is no value afterwards, as there may have been none before. */
    void delete(String key);
}
