package org.restante.keystore.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.restante.database.Dialect;
import org.restante.keystore.LockKey;

/** The statement that takes locks, as it differs from database to database. */
interface LockSql {

    /**
     * Takes locks in the order given, each row made where there is none. The waits of what follows in the transaction are as
     * they were.
     *
     * @param remaining how long is left to wait for them all
     * @return a number that this database gives once, larger than any that was given for one of these locks before
     * @throws SQLException of which {@link #isTimeout} is true, when one was not had within the wait
     */
    long take(Connection connection, List<LockKey> locks, Supplier<Duration> remaining) throws SQLException;

    /** Whether that is what the database says of a lock that was not had in time. */
    boolean isTimeout(SQLException failure);

    static LockSql of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2LockSql();
            case POSTGRESQL -> new PostgresLockSql();
        };
    }
}
