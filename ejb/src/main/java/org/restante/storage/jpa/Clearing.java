package org.restante.storage.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.restante.entry.ProfileId;
import org.restante.entry.RestanteException;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.StorageUnavailableException;
import org.restante.transaction.Transactions;
import org.restante.transaction.Transactions.SqlWork;

/**
 * Removes the entries of a profile, and leaves no half of a set that was written meanwhile: a statement that waits for
 * another's rows does not see what else that one has written. What it left is removed anew from the beginning, in a
 * transaction of its own, since whoever holds rows and wants more of them out of order deadlocks with others. In the caller's
 * transaction there is no beginning to go back to, and that may happen.
 */
final class Clearing {

    private static final int MOST_RUNS = 100;

    private static final String LEFT =
            "select exists (select 1 from restante_entry where profile = ? and not (namespace = any(?)))";

    private final EntrySql sql;
    private final int timeoutSeconds;
    private final ProfileId profile;
    private final Set<String> kept;

    Clearing(EntrySql sql, int timeoutSeconds, ProfileId profile, Set<String> kept) {
        this.sql = sql;
        this.timeoutSeconds = timeoutSeconds;
        this.profile = profile;
        this.kept = kept;
    }

    /** Undoes a run that has left something. */
    private static final class LeftSomethingException extends RestanteException {
        private static final long serialVersionUID = 1;

        LeftSomethingException() {
            super("others have written meanwhile");
        }
    }

    /** Clears, and does more in the same transaction; a failure marks the caller's for rollback. */
    <T> T run(Transactions transactions, ReadyDatabase database, SqlWork<T> then) {
        boolean joined = transactions.active();
        for (int run = 1; ; run++) {
            try {
                return transactions.required(() -> database.sql(connection -> {
                    if (joined) {
                        repeatedly(connection);
                    } else {
                        once(connection);
                    }
                    return then.run(connection);
                }));
            } catch (LeftSomethingException e) {
                if (run == MOST_RUNS) {
                    throw new StorageUnavailableException(
                            "others write to " + profile + " faster than it is cleared", e);
                }
            }
        }
    }

    private boolean isAnyLeft(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEFT)) {
            statement.setQueryTimeout(timeoutSeconds);
            statement.setString(1, profile.value());
            statement.setObject(2, kept.toArray(String[]::new));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void once(Connection connection) throws SQLException {
        sql.clear(connection, profile, kept);
        if (isAnyLeft(connection)) {
            throw new LeftSomethingException();
        }
    }

    private void repeatedly(Connection connection) throws SQLException {
        int run = 0;
        do {
            sql.clear(connection, profile, kept);
        } while (isAnyLeft(connection) && ++run < MOST_RUNS);
    }
}
