package org.restante.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.rollback.RollbackWatch;

/**
 * Tries to reach the database until it is there; ever after it measures the database's time now and then, and looks whether
 * it went back.
 */
final class DatabaseKeeper implements Supplier<Duration> {

    private static final Logger LOG = System.getLogger(DatabaseKeeper.class.getName());
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(10);

    private final Database database;
    private final RollbackWatch watch;
    private String lastReason = "";

    DatabaseKeeper(Database database, RollbackWatch watch) {
        this.database = database;
        this.watch = watch;
    }

    /** One attempt; says when the next one is due. */
    @Override
    public Duration get() {
        try {
            return attempt() ? BETWEEN_MEASUREMENTS : BETWEEN_ATTEMPTS;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The database could not be looked at", e);
            return BETWEEN_ATTEMPTS;
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
}
