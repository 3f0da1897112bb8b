package org.restante.keystore;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The one thread that ends transactions that take too long; there while it is needed. Thread-safe. */
public final class ExpiryTimer implements AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    public ExpiryTimer(ThreadFactory threads) {
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
        return executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the thread; transactions that still run have no limit any more. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
