package org.restante.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.rollback.RollbackWatch;

/**
 * Tries to reach the database until it is there; ever after it measures the database's time now and then, and looks whether
 * it went back.
 */
final class DatabaseKeeper implements Runnable, AutoCloseable {

    private static final Logger LOG = System.getLogger(DatabaseKeeper.class.getName());
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(10);

    private final Database database;
    private final RollbackWatch watch;
    private final ScheduledExecutorService executor;
    private @Nullable Future<?> next;
    private boolean closed;
    private String lastReason = "";

    DatabaseKeeper(Database database, RollbackWatch watch, ScheduledExecutorService executor) {
        this.database = database;
        this.watch = watch;
        this.executor = executor;
    }

    /** One attempt; the next follows by itself. */
    @Override
    public void run() {
        boolean seen = false;
        try {
            seen = attempt();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The database could not be looked at", e);
        } finally {
            schedule(seen ? BETWEEN_MEASUREMENTS : BETWEEN_ATTEMPTS);
        }
    }

    private boolean attempt() {
        DatabaseState state = database.prepare();
        if (state instanceof DatabaseState.NotReady notReady
                && !notReady.reason().equals(lastReason)) {
            LOG.log(Level.WARNING, "Waiting for the database: {0}", notReady.reason());
            lastReason = notReady.reason();
        } else if (state instanceof DatabaseState.Ready ready && !lastReason.isEmpty()) {
            LOG.log(Level.INFO, "The database is there: {0}", ready.dialect());
            lastReason = "";
        }
        return state instanceof DatabaseState.Ready && watch.compare();
    }

    private synchronized void schedule(Duration delay) {
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
