package org.restante.wiring;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.cluster.ClusterMember;
import org.restante.codec.EntryCodec;
import org.restante.metering.Metering;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.SourceOnly;
import org.restante.retry.jcache.JCacheRetryCacheAdapter;
import org.restante.retry.memory.MemoryRetryCacheAdapter;
import org.restante.settings.RetrySettings;
import org.restante.settings.Settings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;

/**
 * The retry caches of plain Java. Nothing is opened and no member of a cluster started before they are asked for.
 * Thread-safe.
 */
final class PlainRetries implements Supplier<RetryCaches>, AutoCloseable {

    private final StorageAdapter storage;
    private final EntryCodec codec;
    private final Settings settings;
    private final PlainOptions options;
    private final Deque<Runnable> onClose = new ArrayDeque<>();
    private @Nullable RetryCaches caches;
    private boolean closed;

    PlainRetries(StorageAdapter storage, EntryCodec codec, Settings settings, PlainOptions options) {
        this.storage = storage;
        this.codec = codec;
        this.settings = settings;
        this.options = options;
    }

    /** Whether the adapter that the settings name can be opened: nothing or one problem. */
    static List<String> problems(RetrySettings settings, PlainOptions options, boolean storageInDatabase) {
        if (options.retries().adapter() != null) {
            return List.of();
        }
        return switch (settings.adapter()) {
            case RetrySettings.JCACHE, RetrySettings.MEMORY, RetrySettings.NONE -> List.of();
            case RetrySettings.JPA ->
                storageInDatabase
                        ? List.of()
                        : List.of(RetrySettings.ADAPTER + " can be jpa only where the storage adapter is");
            default ->
                List.of(RetrySettings.ADAPTER + " must be jcache, jpa, memory or none, but is '" + settings.adapter()
                        + "'");
        };
    }

    @Override
    public synchronized RetryCaches get() {
        if (closed) {
            throw new IllegalStateException("it is closed");
        }
        if (caches == null) {
            RetryCacheAdapter adapter = adapter();
            caches = new RetryCaches(
                    adapter,
                    codec,
                    options.onUnreadable(),
                    RetryConduct.of(settings.retry(), options.retries().sources(), clock()));
            if (!(adapter instanceof JCacheRetryCacheAdapter)) { // which drops by itself
                onClose.push(new DaemonSweeper(Sweeper.of(caches, settings.retry()))::close);
            }
        }
        return caches;
    }

    private RetryCacheAdapter adapter() {
        RetryCacheAdapter built = options.retries().adapter();
        if (built != null) {
            return built;
        }
        return switch (settings.retry().adapter()) {
            case RetrySettings.JPA -> {
                JpaStorageAdapter jpa = (JpaStorageAdapter) storage;
                yield RetryAdapters.inDatabase(jpa.database(), jpa.transactions(), Metering.to(options.meter()));
            }
            case RetrySettings.MEMORY -> new MemoryRetryCacheAdapter();
            case RetrySettings.NONE -> new SourceOnly();
            default -> {
                ClusterMember member = Clusters.start(settings);
                onClose.push(member::close);
                yield RetryAdapters.inGrid(member);
            }
        };
    }

    private InstantSource clock() {
        return storage instanceof JpaStorageAdapter jpa ? jpa.database()::now : ClusterClock.system();
    }

    /** Lets go of what was opened here. */
    @Override
    public synchronized void close() {
        closed = true;
        onClose.forEach(Runnable::run);
        onClose.clear();
    }
}
