package org.restante.retry.jpa;

import java.sql.SQLException;
import org.restante.database.Dialect;

/** The statements that differ from database to database. Each changes what it finds in one atomic step. */
interface RetrySql {

    /** Takes profile, id, timestamp and content. */
    String put();

    /**
     * Drops what is not kept: takes the profile, the lowest timestamp that has not expired, the profile, the bound and the
     * profile.
     */
    String trim();

    /** Takes profile, id, requester, until, now, the limit, now and until; gives how often it was used. */
    String attempt();

    /** Drops some of the messages: takes the profiles that keep theirs, the lowest timestamp that has not expired and how many. */
    String sweepMessages();

    /** Drops some of the attempts: takes the time and how many. */
    String sweepAttempts();

    /** Whether a statement failed since another was faster, and is simply run again. */
    boolean wasSlower(SQLException failure);

    static RetrySql of(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2RetrySql();
            case POSTGRESQL -> new PostgresRetrySql();
        };
    }
}
