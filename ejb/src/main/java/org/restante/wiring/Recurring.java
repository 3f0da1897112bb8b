package org.restante.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A task that is run again and again, each time after the delay that it asked for, until it is closed. */
final class Recurring implements Runnable, AutoCloseable {

    private static final Logger LOG = System.getLogger(Recurring.class.getName());

    private final ScheduledExecutorService executor;
    private final Supplier<Duration> task;
    private @Nullable Future<?> next;
    private boolean closed;

    /** @param task throws nothing, else that was its last run */
    Recurring(ScheduledExecutorService executor, Supplier<Duration> task) {
        this.executor = executor;
        this.task = task;
    }

    /** One run; the next follows by itself. */
    @Override
    public void run() {
        after(task.get());
    }

    /** The first run, after that delay. */
    synchronized void after(Duration delay) {
        if (closed) {
            return;
        }
        try {
            next = executor.schedule(this, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The server is stopping", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel(false);
        }
    }
}
