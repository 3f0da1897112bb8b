package org.restante.storage;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.database.Dialect;
import org.restante.transaction.Transactions;

/**
 * The shared database as those use it who store in it: refused while it is not ready, with the reason, and its failures told
 * as what they mean. Thread-safe.
 */
public final class ReadyDatabase {

    private final Database database;
    private final Transactions transactions;

    public ReadyDatabase(Database database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** The time that every node agrees on. */
    public Instant now() {
        return database.clock().instant();
    }

    /**
     * Runs work that asks the database.
     *
     * @throws StorageUnavailableException while it is not ready, and for whatever the persistence provider or the
     *     transaction manager throw
     */
    public <T> T ask(Function<Dialect, T> work) {
        DatabaseState state = database.state();
        if (state instanceof DatabaseState.NotReady notReady) {
            throw new StorageUnavailableException(notReady.reason(), null);
        }
        try {
            return work.apply(((DatabaseState.Ready) state).dialect());
        } catch (PersistenceException | TransactionalException e) {
            throw new StorageUnavailableException("the database failed", e);
        }
    }

    /**
     * Runs SQL, in the caller's transaction where there is one.
     *
     * @throws StorageUnavailableException when the database refuses it or cannot be reached
     */
    public <T> T sql(Transactions.SqlWork<T> work) {
        try {
            return transactions.jdbc(work);
        } catch (SQLException e) {
            throw new StorageUnavailableException("the database failed with SQLState " + e.getSQLState(), e);
        }
    }
}
