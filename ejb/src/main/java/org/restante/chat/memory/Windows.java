package org.restante.chat.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.memory.Window.Mark;
import org.restante.entry.ProfileId;

/**
 * A window for each room, and in which of them a key is: a profile has each once, whatever the room that is told with it.
 * Whoever has them has the monitor of their memory.
 */
final class Windows {

    private final Map<Room, Window> windows = new HashMap<>();
    private final Map<Name, Room> rooms = new HashMap<>();

    /** Where a window is. */
    record Room(ProfileId profile, String name) {}

    /** A key in its profile. */
    private record Name(ProfileId profile, String key) {}

    /** Where the key is; null where it is not. */
    @Nullable Room find(ProfileId profile, DedupeKey key) {
        return rooms.get(new Name(profile, key.value()));
    }

    /** Puts a mark into a room; where in the room its key was before. */
    @Nullable Long put(Room room, Mark mark) {
        rooms.put(name(room, mark), room);
        return windows.computeIfAbsent(room, unknown -> new Window()).put(mark.key(), mark.place());
    }

    /** Takes a mark away, if its key was not marked since. */
    boolean remove(Room room, Mark mark) {
        Window window = windows.get(room);
        boolean removed = window != null && window.remove(mark.key(), mark.place());
        if (removed) {
            rooms.remove(name(room, mark));
            tidy(room);
        }
        return removed;
    }

    /** Takes away the oldest of a room beyond the limit. */
    List<Mark> trim(Room room, int limit) {
        Window window = windows.get(room);
        List<Mark> dropped = window == null ? List.of() : window.trim(limit);
        dropped.forEach(mark -> rooms.remove(name(room, mark)));
        tidy(room);
        return dropped;
    }

    private void tidy(Room room) {
        windows.computeIfPresent(room, (same, window) -> window.isEmpty() ? null : window);
    }

    private static Name name(Room room, Mark mark) {
        return new Name(room.profile(), mark.key().value());
    }

    /** Those of a profile that have something. */
    List<Room> of(ProfileId profile) {
        return windows.keySet().stream()
                .filter(room -> room.profile().equals(profile))
                .toList();
    }

    /** What is in a room, in order. */
    Stream<Mark> marks(Room room) {
        Window window = windows.get(room);
        return window == null ? Stream.empty() : window.marks().stream();
    }

    /** How many keys there are. */
    int size() {
        return rooms.size();
    }

    void clear() {
        windows.clear();
        rooms.clear();
    }
}
