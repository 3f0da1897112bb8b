package org.restante.keystore;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that tells when transactions have taken too long; there while it is needed. They are ended on threads of
 * their own, since one that is in the midst of a statement keeps who ends it waiting. Thread-safe.
 */
public final class ExpiryTimer implements AutoCloseable {

    private final ThreadFactory threads;
    private final ScheduledThreadPoolExecutor executor;

    public ExpiryTimer(ThreadFactory threads) {
        this.threads = threads;
        this.executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true); // almost all are cancelled, long before their time
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    /** A timer on a daemon thread. */
    public static ExpiryTimer daemon() {
        return new ExpiryTimer(work -> {
            Thread thread = new Thread(work, "restante-expiry");
            thread.setDaemon(true);
            return thread;
        });
    }

    Future<?> after(Duration delay, Runnable action) {
        return executor.schedule(() -> threads.newThread(action).start(), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the thread; transactions that still run have no limit any more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
