package org.restante.chat.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ValueStore;
import org.restante.entry.ProfileId;
import org.restante.transaction.UndoLog;

/** Values in a map. Thread-safe. */
final class MemoryValues implements ValueStore {

    private final Memory memory;
    private final UndoLog undoLog;

    MemoryValues(Memory memory, UndoLog undoLog) {
        this.memory = memory;
        this.undoLog = undoLog;
    }

    @Override
    public byte @Nullable [] get(Cell cell, Instant now) {
        synchronized (memory) {
            Expiring value = memory.values().get(cell);
            return value == null || isOver(value, now) ? null : value.bytes();
        }
    }

    @Override
    public void put(Cell cell, Expiring value) {
        synchronized (memory) {
            replace(cell, value);
        }
    }

    @Override
    public boolean putIfAbsent(Cell cell, Expiring value, Instant now) {
        synchronized (memory) {
            Expiring standing = memory.values().get(cell);
            if (standing != null && !isOver(standing, now)) {
                return false;
            }
            replace(cell, value);
            return true;
        }
    }

    @Override
    public int count(ProfileId profile, Kind kind, int most) {
        synchronized (memory) {
            return (int) memory.values().keySet().stream()
                    .filter(cell -> cell.profile().equals(profile) && cell.kind() == kind)
                    .limit(most)
                    .count();
        }
    }

    @Override
    public void delete(Cell cell) {
        synchronized (memory) {
            replace(cell, null);
        }
    }

    /** Drops all of those cells. */
    void deleteAll(Predicate<Cell> wanted) {
        synchronized (memory) {
            List.copyOf(memory.values().keySet()).stream().filter(wanted).forEach(this::delete);
        }
    }

    /** Drops at most so many that were over by then; how many. */
    int sweep(Instant before, int most) {
        synchronized (memory) {
            List<Cell> over = memory.values().entrySet().stream()
                    .filter(entry -> isOver(entry.getValue(), before))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            over.forEach(this::delete);
            return over.size();
        }
    }

    private void replace(Cell cell, @Nullable Expiring value) {
        Expiring before = set(cell, value);
        undoLog.add(() -> {
            synchronized (memory) {
                if (isSame(memory.values().get(cell), value)) {
                    set(cell, before);
                }
            }
        });
    }

    /** Whether nobody has put anything since, be it the same again. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Expiring standing, @Nullable Expiring value) {
        return standing == value;
    }

    private @Nullable Expiring set(Cell cell, @Nullable Expiring value) {
        return value == null ? memory.values().remove(cell) : memory.values().put(cell, value);
    }

    private static boolean isOver(Expiring value, Instant now) {
        Instant until = value.until();
        return until != null && !until.isAfter(now);
    }
}
