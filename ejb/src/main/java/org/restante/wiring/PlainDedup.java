package org.restante.wiring;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.codec.EntryCodec;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.settings.DedupSettings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;

/** The dedup caches of plain Java, made when they are first asked for. Thread-safe. */
final class PlainDedup implements Supplier<DedupCaches>, AutoCloseable {

    private final StorageAdapter storage;
    private final EntryCodec codec;
    private final DedupSettings settings;
    private @Nullable DedupCaches caches;
    private @Nullable DaemonSweeper sweeper;
    private boolean closed;

    PlainDedup(StorageAdapter storage, EntryCodec codec, DedupSettings settings) {
        this.storage = storage;
        this.codec = codec;
        this.settings = settings;
    }

    /** Whether the adapter that the settings name can be opened: nothing or one problem. */
    static List<String> problems(DedupSettings settings, boolean storageInDatabase) {
        return switch (settings.adapter(storageInDatabase)) {
            case DedupSettings.MEMORY -> List.of();
            case DedupSettings.JPA ->
                storageInDatabase
                        ? List.of()
                        : List.of(DedupSettings.ADAPTER + " can be jpa only where the storage adapter is");
            default ->
                List.of(DedupSettings.ADAPTER + " must be jpa or memory, but is '" + settings.adapter(storageInDatabase)
                        + "'");
        };
    }

    @Override
    public synchronized DedupCaches get() {
        if (closed) {
            throw new IllegalStateException("it is closed");
        }
        if (caches == null) {
            caches = caches();
            sweeper = new DaemonSweeper(Sweeper.of(caches));
        }
        return caches;
    }

    private DedupCaches caches() {
        if (storage instanceof JpaStorageAdapter jpa && settings.adapter(true).equals(DedupSettings.JPA)) {
            DedupAdapter adapter = new DatabaseDedupAdapter(DatabaseStatements.of(jpa.database(), jpa.transactions()));
            return new DedupCaches(adapter, codec, DedupConduct.of(settings, jpa.database()::now));
        }
        DedupAdapter memory = storage instanceof JpaStorageAdapter jpa
                ? new MemoryDedupAdapter(jpa.transactions())
                : new MemoryDedupAdapter();
        return new DedupCaches(memory, codec, DedupConduct.of(settings, ClusterClock.system()));
    }

    /** Sweeps no more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (sweeper != null) {
            sweeper.close();
        }
    }
}
