package org.restante.audit.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditPlace;
import org.restante.audit.AuditRecord;
import org.restante.audit.AuditTrail;
import org.restante.transaction.UndoLog;

/**
 * Keeps the last {@value #MOST} records in the memory of this process. What is done in a transaction is seen before it
 * commits; a rollback undoes it. Thread-safe.
 */
public final class MemoryAuditTrail implements AuditTrail {

    static final int MOST = 10_000;

    private final NavigableMap<AuditPlace, AuditRecord> records = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final InstantSource clock;
    private final Duration retention;
    private final UndoLog undoLog;

    public MemoryAuditTrail(InstantSource clock, Duration retention, UndoLog undoLog) {
        this.clock = clock;
        this.retention = retention;
        this.undoLog = undoLog;
    }

    @Override
    public void record(AuditEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditRecord added = new AuditRecord(numbers.incrementAndGet(), now, entry);
        records.put(added.place(), added);
        undoLog.add(() -> records.remove(added.place()));
        if (records.size() > MOST) {
            records.pollFirstEntry();
        }
    }

    @Override
    public AuditPage page(@Nullable AuditPlace before, int limit) {
        AuditPage.requireLimit(limit);
        NavigableMap<AuditPlace, AuditRecord> earlier = before == null ? records : records.headMap(before, false);
        List<AuditRecord> found =
                earlier.descendingMap().values().stream().limit(limit + 1L).toList();
        return AuditPage.of(found, limit);
    }

    @Override
    public boolean sweep() {
        records.headMap(new AuditPlace(clock.instant().minus(retention), 0), false)
                .clear();
        return false;
    }
}
