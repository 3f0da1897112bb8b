package org.restante.chat.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.DedupeStore;
import org.restante.chat.memory.Window.Mark;
import org.restante.chat.memory.Windows.Room;
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
            return memory.windows().find(profile, key) != null;
        }
    }

    /** A key stays in the room in which it is. */
    @Override
    public boolean mark(ProfileId profile, DedupeKey key, int limit) {
        synchronized (memory) {
            Windows windows = memory.windows();
            Room named = new Room(profile, key.room());
            Room known = windows.find(profile, key);
            Room room = known == null ? named : known;
            Mark mark = new Mark(new DedupeKey(key.value(), room.name()), memory.nextNumber());
            Long before = windows.put(room, mark);
            List<Mark> dropped = windows.trim(named, limit);
            undoLog.add(() -> {
                undo(room, mark, before);
                putBack(named, dropped);
            });
            return before != null;
        }
    }

    /** Forgets all marks of a profile. */
    void clear(ProfileId profile) {
        synchronized (memory) {
            for (Room room : memory.windows().of(profile)) {
                List<Mark> dropped = memory.windows().trim(room, 0);
                undoLog.add(() -> putBack(room, dropped));
            }
        }
    }

    private void undo(Room room, Mark mark, @Nullable Long before) {
        synchronized (memory) {
            boolean removed = memory.windows().remove(room, mark);
            if (removed && before != null) {
                memory.windows().put(room, new Mark(mark.key(), before));
            }
        }
    }

    /** Those that nobody has marked since. */
    private void putBack(Room room, List<Mark> dropped) {
        synchronized (memory) {
            dropped.stream()
                    .filter(mark -> memory.windows().find(room.profile(), mark.key()) == null)
                    .forEach(mark -> memory.windows().put(room, mark));
        }
    }
}
