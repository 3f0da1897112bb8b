package org.restante.chat;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message that waits for its conversation.
 *
 * @param owner who asked
 * @param strategy {@link LockStrategy#QUEUE} or {@link LockStrategy#DEBOUNCE}
 * @param metadata what came with it
 * @param enqueuedAt since when it waits; not before that of those that wait before it
 */
public record Pending(String owner, LockStrategy strategy, Map<String, Object> metadata, Instant enqueuedAt) {

    public Pending {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Without the metadata, which is the message's. */
    @Override
    public String toString() {
        return "Pending(" + owner + ", " + strategy + ", " + enqueuedAt + ")";
    }
}
