package org.restante.chat.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.DedupeStore;
import org.restante.chat.memory.Memory.Room;
import org.restante.chat.memory.Window.Mark;
import org.restante.entry.ProfileId;
import org.restante.transaction.UndoLog;

/** A window for each room. Thread-safe. */
final class MemoryDedupe implements DedupeStore {

    private final Memory memory;
    private final UndoLog undoLog;

    MemoryDedupe(Memory memory, UndoLog undoLog) {
        this.memory = memory;
        this.undoLog = undoLog;
    }

    @Override
    public boolean contains(ProfileId profile, DedupeKey key) {
        synchronized (memory) {
            Window window = memory.windows().get(new Room(profile, key.room()));
            return window != null && window.contains(key);
        }
    }

    @Override
    public boolean mark(ProfileId profile, DedupeKey key, int limit) {
        synchronized (memory) {
            Room room = new Room(profile, key.room());
            Mark mark = new Mark(key, memory.nextNumber());
            Long before = window(room).put(key, mark.place());
            List<Mark> dropped = window(room).trim(limit);
            undoLog.add(() -> undo(room, mark, before, dropped));
            return before != null;
        }
    }

    /** Forgets all marks of a profile. */
    void clear(ProfileId profile) {
        synchronized (memory) {
            for (Room room : List.copyOf(memory.windows().keySet())) {
                if (room.profile().equals(profile)) {
                    List<Mark> dropped = window(room).trim(0);
                    memory.windows().remove(room);
                    undoLog.add(() -> putBack(room, dropped));
                }
            }
        }
    }

    private Window window(Room room) {
        return memory.windows().computeIfAbsent(room, unknown -> new Window());
    }

    private void undo(Room room, Mark mark, @Nullable Long before, List<Mark> dropped) {
        synchronized (memory) {
            boolean removed = window(room).remove(mark.key(), mark.place());
            if (removed && before != null) {
                window(room).put(mark.key(), before);
            }
            putBack(room, dropped);
        }
    }

    /** Those that nobody has marked since. */
    private void putBack(Room room, List<Mark> dropped) {
        synchronized (memory) {
            Window window = window(room);
            dropped.stream()
                    .filter(mark -> !window.contains(mark.key()))
                    .forEach(mark -> window.put(mark.key(), mark.place()));
            if (window.isEmpty()) {
                memory.windows().remove(room);
            }
        }
    }
}
