package org.restante.chat.memory;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items of a list or queue by their numbers. Whoever has one has the monitor of its memory. */
final class Items {

    private final NavigableMap<Long, byte[]> items = new TreeMap<>();
    private @Nullable Instant until;

    NavigableMap<Long, byte[]> items() {
        return items;
    }

    @Nullable Instant until() {
        return until;
    }

    void setUntil(@Nullable Instant newUntil) {
        until = newUntil;
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    /** Takes away the oldest beyond the length. */
    NavigableMap<Long, byte[]> trim(int length) {
        NavigableMap<Long, byte[]> dropped = new TreeMap<>();
        while (items.size() > length) {
            var oldest = items.pollFirstEntry();
            dropped.put(oldest.getKey(), oldest.getValue());
        }
        return dropped;
    }
}
