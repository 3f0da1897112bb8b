package org.restante.chat.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.SeriesStore;
import org.restante.entry.ProfileId;
import org.restante.transaction.UndoLog;

/** Lists and queues in maps. Thread-safe. */
final class MemorySeries implements SeriesStore {

    private final Memory memory;
    private final UndoLog undoLog;

    MemorySeries(Memory memory, UndoLog undoLog) {
        this.memory = memory;
        this.undoLog = undoLog;
    }

    @Override
    public int append(Series series, byte[] item, Bounds bounds, Instant now) {
        synchronized (memory) {
            Items items = find(series, now);
            if (items == null) {
                memory.series().remove(series); // over for everybody, whatever becomes of the caller
                items = made(series);
            }
            Instant before = items.until();
            long number = memory.nextNumber();
            items.items().put(number, item);
            items.setUntil(bounds.until());
            Map<Long, byte[]> dropped = items.trim(bounds.length());
            undoLog.add(() -> undo(series, number, before, dropped));
            return items.items().size();
        }
    }

    private void undo(Series series, long number, @Nullable Instant before, Map<Long, byte[]> dropped) {
        synchronized (memory) {
            Items items = made(series);
            if (items.items().isEmpty() || items.items().lastKey() == number) { // nobody has appended since
                items.setUntil(before);
            }
            items.items().remove(number);
            dropped.forEach(items.items()::putIfAbsent);
            tidy(series, items);
        }
    }

    @Override
    public Optional<First> take(Series series, Instant now) {
        synchronized (memory) {
            Items items = find(series, now);
            if (items == null) {
                return Optional.empty();
            }
            Map.Entry<Long, byte[]> first = items.items().pollFirstEntry();
            Instant until = items.until();
            tidy(series, items);
            undoLog.add(() -> putBack(series, Map.of(first.getKey(), first.getValue()), until));
            return Optional.of(new First(first.getValue(), items.items().size()));
        }
    }

    @Override
    public List<byte[]> list(Series series, Instant now) {
        synchronized (memory) {
            Items items = find(series, now);
            return items == null ? List.of() : List.copyOf(items.items().values());
        }
    }

    @Override
    public int length(Series series, Instant now) {
        synchronized (memory) {
            Items items = find(series, now);
            return items == null ? 0 : items.items().size();
        }
    }

    @Override
    public void delete(Series series) {
        synchronized (memory) {
            Items dropped = memory.series().remove(series);
            if (dropped != null) {
                undoLog.add(() -> putBack(series, dropped.items(), dropped.until()));
            }
        }
    }

    /** Drops all lists and queues of a profile. */
    void clear(ProfileId profile) {
        synchronized (memory) {
            List.copyOf(memory.series().keySet()).stream()
                    .filter(series -> series.profile().equals(profile))
                    .forEach(this::delete);
        }
    }

    /** Drops at most so many that were over by then; how many. */
    int sweep(Instant before, int most) {
        synchronized (memory) {
            List<Series> over = memory.series().entrySet().stream()
                    .filter(entry -> entry.getValue().isOver(before))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            over.forEach(this::delete);
            return over.size();
        }
    }

    /** Where others have begun anew, with what they have. */
    private void putBack(Series series, Map<Long, byte[]> taken, @Nullable Instant until) {
        synchronized (memory) {
            Items items = made(series);
            if (items.items().isEmpty()) {
                items.setUntil(until);
            }
            taken.forEach(items.items()::putIfAbsent);
        }
    }

    private @Nullable Items find(Series series, Instant now) {
        Items items = memory.series().get(series);
        return items == null || items.isOver(now) ? null : items;
    }

    private Items made(Series series) {
        return memory.series().computeIfAbsent(series, unknown -> new Items());
    }

    private void tidy(Series series, Items items) {
        if (items.items().isEmpty()) {
            memory.series().remove(series);
        }
    }
}
