package org.restante.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a Jakarta EE server. The server enlists the connections of its data source in the thread's transaction,
 * so JPA and SQL see the same one. Thread-safe.
 */
public final class JtaTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry registry;
    private final Demarcation demarcation;

    public JtaTransactions(
            EntityManagerFactory factory,
            DataSource dataSource,
            TransactionSynchronizationRegistry registry,
            Demarcation demarcation) {
        this.factory = factory;
        this.dataSource = dataSource;
        this.registry = registry;
        this.demarcation = demarcation;
    }

    /** Begins and ends the server's transactions around work; any throwable rolls back. */
    public interface Demarcation {

        <T> T required(Supplier<T> work);

        <T> T requiresNew(Supplier<T> work);

        /** What rolls back the calling thread's transaction from another thread, and while its work is still running. */
        Runnable abandonment();

        /** The same of a transaction that {@link #requiresNew} has begun. */
        Runnable abandonmentOfOwn();

        /** Sets after what time transactions that this thread begins are rolled back; zero for the server's own limit. */
        void limit(Duration limit);
    }

    @Override
    public boolean active() {
        return registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public boolean rollbackOnly() {
        return switch (registry.getTransactionStatus()) {
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK -> true;
            default -> false;
        };
    }

    @Override
    public Runnable abandonment() {
        if (!active()) {
            throw new IllegalStateException("the thread has no transaction");
        }
        return demarcation.abandonment();
    }

    @Override
    public <T> T required(Supplier<T> work) {
        return committed(demarcation::required, work);
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        return committed(demarcation::requiresNew, work);
    }

    /** Where nobody rolls back in time the server's reaper does it, a second late. */
    @Override
    public <T> T requiresNew(Duration limit, Function<Runnable, T> work) {
        demarcation.limit(limit.plusSeconds(1));
        try {
            return requiresNew(() -> work.apply(demarcation.abandonmentOfOwn()));
        } finally {
            demarcation.limit(Duration.ZERO);
        }
    }

    @Override
    public void afterCompletion(Runnable action) {
        afterCompletion(status -> action.run());
    }

    @Override
    public void afterRollback(Runnable action) {
        afterCompletion(status -> {
            if (status != Status.STATUS_COMMITTED) {
                action.run();
            }
        });
    }

    private void afterCompletion(IntConsumer action) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                action.accept(status);
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked") // put there below
    public <T> T kept(Object key, Supplier<T> first) {
        Object known = registry.getResource(key);
        if (known != null) {
            return (T) known;
        }
        T made = first.get();
        registry.putResource(key, made);
        return made;
    }

    @Override
    public <T> T jpa(Function<EntityManager, T> work) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return work.apply(entityManager);
        }
    }

    @Override
    public <T> T jdbc(SqlWork<T> work) throws SQLException {
        if (!active()) {
            return AutoCommit.run(dataSource, work);
        }
        try (var connection = dataSource.getConnection()) {
            return work.run(connection);
        }
    }

    /**
     * Interceptors let the checked exceptions of a commit through, which nobody who calls them can declare; and where the
     * server has rolled back already theirs takes the place of the work's own.
     */
    private static <T> T committed(Function<Supplier<Result<T>>, Result<T>> demarcated, Supplier<T> work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try {
            return demarcated.apply(() -> new Result<>(noting(failure, work))).value;
        } catch (Exception e) {
            RuntimeException reason = failure.get();
            if (reason != null && reason != e) {
                reason.addSuppressed(e);
                throw reason;
            }
            if (e instanceof RollbackException
                    || e instanceof HeuristicMixedException
                    || e instanceof HeuristicRollbackException) {
                throw new TransactionalException("the transaction could not be committed", e);
            }
            throw e;
        }
    }

    /** Whatever the work comes to: of a future, interceptors would see the end in its completion, and not in the work's. */
    private record Result<T>(T value) {}

    private static <T> T noting(AtomicReference<@Nullable RuntimeException> failure, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            failure.set(e);
            throw e;
        }
    }
}
