package org.restante.transaction;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which failures of a database may be gone when the same is done again in a fresh transaction. Told by SQLState, wherever it
 * is in the chain of causes: class 40, a transaction that the database rolled back, and class 08 with PostgreSQL's 57P01 to
 * 57P03 and H2's 90067 and 90121, a connection that was lost.
 */
public final class TransientFailures {

    private static final Set<String> CONNECTION_LOST = Set.of("57P01", "57P02", "57P03", "90067", "90121");
    private static final int DEEPEST = 50;

    private TransientFailures() {}

    /** Whether the database rolled the transaction back, as the victim of a deadlock or of a serialization failure. */
    public static boolean isRolledBack(Throwable failure) {
        return hasState(failure, state -> state.startsWith("40"));
    }

    /** Whether the connection was lost; when that was during the commit, nobody knows whether it was done. */
    public static boolean isConnectionLost(Throwable failure) {
        return hasState(failure, state -> state.startsWith("08") || CONNECTION_LOST.contains(state));
    }

    private static boolean hasState(Throwable failure, Predicate<String> wanted) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth <= DEEPEST; depth++) {
            if (cause instanceof SQLException sql && wanted.test(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
