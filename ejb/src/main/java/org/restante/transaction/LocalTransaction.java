package org.restante.transaction;

import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A transaction of one connection, with what is kept for the time of it. */
final class LocalTransaction {

    private static final Logger LOG = System.getLogger(LocalTransaction.class.getName());

    private final Connection connection;
    private final Map<Object, Object> kept = new HashMap<>();
    private final List<Runnable> afterCompletion = new ArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final boolean autoCommit;
    private boolean rollbackOnly;
    private boolean committed;

    private LocalTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        this.autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
    }

    /** Begins one on a connection of its own, which goes back when it has ended. */
    static LocalTransaction begin(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return new LocalTransaction(connection);
            } catch (Throwable e) {
                close(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new PersistenceException("the transaction could not begin", e);
        }
    }

    Connection connection() {
        return connection;
    }

    void setRollbackOnly() {
        rollbackOnly = true;
    }

    boolean isRollbackOnly() {
        return rollbackOnly || ending.get();
    }

    void afterCompletion(Runnable action) {
        afterCompletion.add(action);
    }

    void afterRollback(Runnable action) {
        afterCompletion.add(() -> {
            if (!committed) {
                action.run();
            }
        });
    }

    @SuppressWarnings("unchecked") // made for that key
    <T> T kept(Object key, Supplier<T> first) {
        return (T) kept.computeIfAbsent(key, unknown -> first.get());
    }

    /** Does the work and commits, or, when anything is thrown, rolls back. */
    <T> T around(Supplier<T> work) {
        try {
            T result = work.get();
            commit();
            return result;
        } catch (Throwable e) { // work in other languages throws undeclared exceptions too
            rollback(e);
            throw e;
        } finally {
            afterCompletion.forEach(Runnable::run);
        }
    }

    /** What rolls back from another thread, unless the end has begun. */
    Runnable abandonment() {
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

    private void commit() {
        if (rollbackOnly || !ending.compareAndSet(false, true)) {
            throw new RollbackException("the transaction was marked for rollback");
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new RollbackException("the commit failed", e);
        }
        committed = true;
        giveBack();
    }

    private void rollback(Throwable reason) {
        ending.set(true); // the connection may be another's soon
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
            giveBack();
        } catch (SQLException e) {
            reason.addSuppressed(e);
            close(connection, reason); // and nothing else: to switch autocommit on would commit what is still open
        }
    }

    /** As it was had: not every pool sees to that itself. The end has been told already, whatever becomes of the connection. */
    private void giveBack() {
        try (connection) {
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection was not given back as it was", e);
        }
    }

    private static void close(Connection connection, Throwable reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
