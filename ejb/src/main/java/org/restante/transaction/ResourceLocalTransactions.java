package org.restante.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Transactions in plain Java, on Hibernate: a thread's transaction is that of the entity manager bound to it. Thread-safe.
 */
public final class ResourceLocalTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // two databases are two transactions in one thread
    private final ThreadLocal<@Nullable EntityManager> bound = new ThreadLocal<>();

    /**
     * Transactions on that provider and database.
     *
     * @param factory a resource-local one of Hibernate, on the same data source
     */
    public ResourceLocalTransactions(EntityManagerFactory factory, DataSource dataSource) {
        this.factory = factory;
        this.dataSource = dataSource;
    }

    @Override
    public boolean active() {
        return bound.get() != null;
    }

    @Override
    public <T> T required(Supplier<T> work) {
        EntityManager current = bound.get();
        if (current == null) {
            return requiresNew(work);
        }
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            current.getTransaction().setRollbackOnly();
            throw e;
        }
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        EntityManager outer = bound.get();
        try (EntityManager entityManager = factory.createEntityManager()) {
            bound.set(entityManager);
            return commitAfter(entityManager.getTransaction(), work);
        } finally {
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
        }
    }

    @Override
    public <T> T jpa(Function<EntityManager, T> work) {
        EntityManager current = bound.get();
        if (current != null) {
            return work.apply(current);
        }
        try (EntityManager entityManager = factory.createEntityManager()) {
            return work.apply(entityManager);
        }
    }

    @Override
    public <T> T jdbc(SqlWork<T> work) throws SQLException {
        EntityManager current = bound.get();
        return current == null ? AutoCommit.run(dataSource, work) : onConnectionOf(current.unwrap(Session.class), work);
    }

    private static <T> T commitAfter(EntityTransaction transaction, Supplier<T> work) {
        transaction.begin();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error e) {
            rollback(transaction, e);
            throw e;
        }
        if (transaction.getRollbackOnly()) {
            transaction.rollback();
            throw new RollbackException("the transaction was marked for rollback");
        }
        transaction.commit();
        return result;
    }

    private static void rollback(EntityTransaction transaction, Throwable reason) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Hands the work's own exception on, which Hibernate would translate. */
    private static <T> T onConnectionOf(Session session, SqlWork<T> work) throws SQLException {
        AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
        @SuppressWarnings("NullAway") // null only together with a failure
        T result = session.doReturningWork(connection -> {
            try {
                return work.run(connection);
            } catch (SQLException e) {
                failure.set(e);
                return null;
            }
        });
        SQLException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        return result;
    }
}
