package org.restante.transaction;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Transactions of the calling thread. Work that ends with any throwable is rolled back and that same throwable reaches the
 * caller. Thread-safe; a transaction itself belongs to one thread.
 */
public interface Transactions {

    /** Whether the calling thread has a transaction, whoever began it. */
    boolean active();

    /** Whether the calling thread's transaction is rolled back already, or will be whatever is done in it. */
    boolean rollbackOnly();

    /**
     * What rolls back the calling thread's transaction from another thread, while its work is still running, and sets free
     * what it held; what the work does in it afterwards fails, at the latest with the end of the transaction. Nothing is
     * done once that has begun.
     *
     * @throws IllegalStateException when the thread has no transaction
     */
    Runnable abandonment();

    /**
     * Runs the work in the caller's transaction, or, where there is none, in one of its own that is committed afterwards.
     * Work that fails in the caller's transaction marks that one for rollback.
     */
    <T> T required(Supplier<T> work);

    /** Runs the work in a transaction of its own, committed afterwards; the caller's, if any, waits meanwhile. */
    <T> T requiresNew(Supplier<T> work);

    /**
     * The same for work that may take so long and no longer: then the transaction is rolled back while the work is still
     * running, and what the work does afterwards fails.
     *
     * @param limit after which a server rolls back by itself, if nobody does it earlier
     * @param work is given what rolls back at once, from another thread, and sets free what the transaction held
     */
    <T> T requiresNew(Duration limit, Function<Runnable, T> work);

    /** Runs the action when the calling thread's transaction has ended, however it ended; on any thread. */
    void afterCompletion(Runnable action);

    /** Runs the action when the calling thread's transaction has ended and was not committed; on any thread. */
    void afterRollback(Runnable action);

    /** What the calling thread's transaction keeps under that key: made when it is first asked for. */
    <T> T kept(Object key, Supplier<T> first);

    /**
     * Reads through JPA: in the transaction if there is one, else each statement by itself.
     *
     * @param work is given an entity manager for the time of the call, and keeps nothing managed by it
     */
    <T> T jpa(Function<EntityManager, T> work);

    /**
     * Runs SQL: in the transaction if there is one, else each statement commits by itself.
     *
     * @param work is given a connection for the time of the call, and neither commits, rolls back nor closes it
     * @throws SQLException what the work threw
     */
    <T> T jdbc(SqlWork<T> work) throws SQLException;

    /** Work on a connection. */
    @FunctionalInterface
    interface SqlWork<T> {
        T run(Connection connection) throws SQLException;
    }
}
