package org.restante.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.hibernate.Session;

/** A transaction of one entity manager, with what is kept for the time of it. */
final class LocalTransaction {

    private final EntityManager entityManager;
    private final Map<Object, Object> kept = new HashMap<>();
    private final List<Runnable> afterCompletion = new ArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();

    LocalTransaction(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    EntityManager entityManager() {
        return entityManager;
    }

    void setRollbackOnly() {
        entityManager.getTransaction().setRollbackOnly();
    }

    void afterCompletion(Runnable action) {
        afterCompletion.add(action);
    }

    @SuppressWarnings("unchecked") // made for that key
    <T> T kept(Object key, Supplier<T> first) {
        return (T) kept.computeIfAbsent(key, unknown -> first.get());
    }

    /** Begins, does the work, and commits, or, when anything is thrown, rolls back. */
    <T> T around(Supplier<T> work) {
        EntityTransaction transaction = entityManager.getTransaction();
        transaction.begin();
        try {
            T result = work.get();
            commit(transaction);
            return result;
        } catch (Throwable e) { // work in other languages throws undeclared exceptions too
            rollback(transaction, e);
            throw e;
        } finally {
            afterCompletion.forEach(Runnable::run);
        }
    }

    /** What rolls back from another thread, unless the end has begun. To be made on the transaction's own thread. */
    Runnable abandonment() {
        Connection connection = entityManager.unwrap(Session.class).doReturningWork(own -> own);
        return () -> {
            if (ending.compareAndSet(false, true)) {
                try {
                    connection.rollback();
                } catch (SQLException e) {
                    throw new IllegalStateException("the transaction could not be rolled back", e);
                }
            }
        };
    }

    private void commit(EntityTransaction transaction) {
        if (transaction.getRollbackOnly() || !ending.compareAndSet(false, true)) {
            throw new RollbackException("the transaction was marked for rollback");
        }
        transaction.commit();
    }

    private void rollback(EntityTransaction transaction, Throwable reason) {
        ending.set(true); // the connection may be another's soon
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
