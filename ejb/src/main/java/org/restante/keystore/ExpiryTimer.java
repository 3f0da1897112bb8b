package org.restante.keystore;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one thread that tells when transactions have taken too long; there from the first one on. They are ended on threads of
 * their own, since one that is in the midst of a statement keeps who ends it waiting. Thread-safe.
 */
public final class ExpiryTimer implements AutoCloseable {

    private final ThreadFactory threads;
    private final ScheduledThreadPoolExecutor executor;
    private final AtomicBoolean awake = new AtomicBoolean();

    public ExpiryTimer(ThreadFactory threads) {
        this.threads = threads;
        this.executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true); // almost all are cancelled, long before their time
    }

    /** A timer on a daemon thread. */
    public static ExpiryTimer daemon() {
        return new ExpiryTimer(work -> {
            Thread thread = new Thread(work, "restante-expiry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A task that becomes the first wakes the thread, so one that does nothing is always first, and wakes it once a second. */
    @SuppressWarnings("FutureReturnValueIgnored") // it does nothing
    private void stayAwake() {
        if (awake.compareAndSet(false, true)) {
            executor.scheduleAtFixedRate(() -> {}, 0, 1, TimeUnit.SECONDS);
        }
    }

    Future<?> after(Duration delay, Runnable action) {
        stayAwake();
        return executor.schedule(() -> threads.newThread(action).start(), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the thread; transactions that still run have no limit any more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
