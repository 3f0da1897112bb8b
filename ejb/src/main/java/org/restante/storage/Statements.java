package org.restante.storage;

import java.util.function.Supplier;
import org.restante.transaction.Retry;
import org.restante.transaction.Transactions;
import org.restante.transaction.Transactions.SqlWork;
import org.restante.transaction.TransientFailures;

/**
 * Runs statements on the shared database, in the caller's transaction or beside it. Those that are in none commit by
 * themselves, and are run again when a deadlock undid them. Thread-safe.
 */
public final class Statements {

    private final ReadyDatabase database;
    private final Transactions transactions;
    private final Retry retry;

    public Statements(ReadyDatabase database, Transactions transactions, Retry retry) {
        this.database = database;
        this.transactions = transactions;
        this.retry = retry;
    }

    /** The database that they are run on. */
    public ReadyDatabase database() {
        return database;
    }

    /**
     * Runs them in the caller's transaction where there is one, else by themselves.
     *
     * @throws StorageUnavailableException when the database refuses them or cannot be reached
     */
    public <T> T joined(SqlWork<T> work) {
        return transactions.active() ? database.sql(work) : again(() -> database.sql(work));
    }

    /**
     * Runs one statement, or several that may be done in part: the caller's transaction, where there is one, neither undoes nor
     * breaks them.
     *
     * @throws StorageUnavailableException when the database refuses them or cannot be reached
     */
    public <T> T separate(SqlWork<T> work) {
        return again(
                () -> transactions.active() ? transactions.requiresNew(() -> database.sql(work)) : database.sql(work));
    }

    /**
     * Runs several statements as one, in the caller's transaction where there is one, else in one of their own.
     *
     * @throws StorageUnavailableException when the database refuses them or cannot be reached
     */
    public <T> T joinedTogether(SqlWork<T> work) {
        return transactions.active()
                ? database.sql(work)
                : again(() -> transactions.required(() -> database.sql(work)));
    }

    /**
     * Runs several statements as one, in a transaction of their own: the caller's, where there is one, neither undoes nor
     * breaks them.
     *
     * @throws StorageUnavailableException when the database refuses them or cannot be reached
     */
    public <T> T separateTogether(SqlWork<T> work) {
        return again(() -> transactions.requiresNew(() -> database.sql(work)));
    }

    /** The transactions that they are part of. */
    public Transactions transactions() {
        return transactions;
    }

    private <T> T again(Supplier<T> work) {
        return retry.run(work, TransientFailures::isRolledBack);
    }
}
