package org.restante.chat.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;

/** The keys of a room in the order of their last marks. Whoever has one has the monitor of its memory. */
final class Window {

    private final Map<DedupeKey, Long> places = new HashMap<>();
    private final NavigableMap<Long, DedupeKey> keys = new TreeMap<>();

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Puts the key at that place; where it was before. */
    @Nullable Long put(DedupeKey key, long place) {
        Long before = places.put(key, place);
        if (before != null) {
            keys.remove(before);
        }
        keys.put(place, key);
        return before;
    }

    /** Takes the key away if it is at that place. */
    boolean remove(DedupeKey key, long place) {
        return places.remove(key, place) && keys.remove(place, key);
    }

    /** Takes away the oldest beyond the limit. */
    List<Mark> trim(int limit) {
        List<Mark> dropped = new ArrayList<>();
        while (keys.size() > limit) {
            Map.Entry<Long, DedupeKey> oldest = keys.firstEntry();
            remove(oldest.getValue(), oldest.getKey());
            dropped.add(new Mark(oldest.getValue(), oldest.getKey()));
        }
        return dropped;
    }

    /** All of them in order. */
    List<Mark> marks() {
        return keys.entrySet().stream()
                .map(entry -> new Mark(entry.getValue(), entry.getKey()))
                .toList();
    }

    /** A key and its place. */
    record Mark(DedupeKey key, long place) {}
}
