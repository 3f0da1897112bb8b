package org.restante.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Transactions in plain Java: a thread's transaction is that of the connection bound to it, on which JPA reads too. A
 * transaction without JPA does not pay for a session of Hibernate. Thread-safe.
 */
public final class ResourceLocalTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final DataSource dataSource;

    @SuppressWarnings("ThreadLocalUsage") // two databases are two transactions in one thread
    private final ThreadLocal<@Nullable LocalTransaction> bound = new ThreadLocal<>();

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
    public boolean rollbackOnly() {
        LocalTransaction current = bound.get();
        return current != null && current.isRollbackOnly();
    }

    @Override
    public Runnable abandonment() {
        return current().abandonment();
    }

    @Override
    public <T> T required(Supplier<T> work) {
        LocalTransaction current = bound.get();
        if (current == null) {
            return requiresNew(work);
        }
        try {
            return work.get();
        } catch (Throwable e) { // work in other languages throws undeclared exceptions too
            current.setRollbackOnly();
            throw e;
        }
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        LocalTransaction outer = bound.get();
        LocalTransaction transaction = LocalTransaction.begin(dataSource);
        try {
            bound.set(transaction);
            return transaction.around(work);
        } finally {
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
        }
    }

    @Override
    public <T> T requiresNew(Duration limit, Function<Runnable, T> work) {
        return requiresNew(() -> work.apply(abandonment()));
    }

    @Override
    public void afterCompletion(Runnable action) {
        current().afterCompletion(action);
    }

    @Override
    public void afterRollback(Runnable action) {
        current().afterRollback(action);
    }

    @Override
    public <T> T kept(Object key, Supplier<T> first) {
        return current().kept(key, first);
    }

    @Override
    public <T> T jpa(Function<EntityManager, T> work) {
        LocalTransaction current = bound.get();
        try (EntityManager entityManager = current == null ? factory.createEntityManager() : onConnectionOf(current)) {
            return work.apply(entityManager);
        }
    }

    @Override
    public <T> T jdbc(SqlWork<T> work) throws SQLException {
        LocalTransaction current = bound.get();
        return current == null ? AutoCommit.run(dataSource, work) : work.run(current.connection());
    }

    private LocalTransaction current() {
        LocalTransaction current = bound.get();
        if (current == null) {
            throw new IllegalStateException("the thread has no transaction");
        }
        return current;
    }

    private EntityManager onConnectionOf(LocalTransaction transaction) {
        return factory.unwrap(SessionFactory.class)
                .withOptions()
                .connection(transaction.connection())
                .openSession();
    }
}
