package org.restante.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The server's transaction manager, for the two things that no standard bean does: the time limit of transactions where the
 * container demarcates them, and a rollback from another thread. Each server has a name of its own for it.
 */
@ApplicationScoped
class ServerTransactions {

    private static final Logger LOG = System.getLogger(ServerTransactions.class.getName());
    private static final String PAYARAS = "java:appserver/TransactionManager";
    private static final List<String> NAMES = List.of("java:jboss/TransactionManager", PAYARAS);

    private @Nullable TransactionManager manager;
    private boolean onPayara;

    @PostConstruct
    void find() {
        manager = NAMES.stream()
                .map(ServerTransactions::lookup)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        onPayara = manager != null && manager.equals(lookup(PAYARAS));
        if (manager == null) {
            LOG.log(
                    Level.WARNING,
                    "This server has no transaction manager under any of {0}: work that holds locks for too long is"
                            + " rolled back only by the server's own limit",
                    NAMES);
        }
    }

    /** Sets after what time transactions that this thread begins are rolled back; zero for the server's own limit. */
    void limit(Duration limit) {
        if (manager == null) {
            return;
        }
        try {
            manager.setTransactionTimeout(Math.toIntExact(limit.toSeconds()));
        } catch (SystemException e) {
            LOG.log(Level.WARNING, "The server's own limit of transactions holds", e);
        }
    }

    /** What rolls back the calling thread's transaction, which we have begun, from another thread. */
    Runnable abandonmentOfOwn() {
        return ended(ServerTransactions::rollback);
    }

    /**
     * The same of a transaction that a message may have begun. While that is handled Payara's broker holds what a rollback needs,
     * and the handler's end needs what the rollback holds: there the transaction is only marked, and ends with the work.
     */
    Runnable abandonment() {
        return ended(onPayara ? ServerTransactions::mark : ServerTransactions::rollback);
    }

    private Runnable ended(Consumer<Transaction> how) {
        if (manager == null) {
            return () -> {};
        }
        try {
            Transaction transaction = manager.getTransaction();
            return () -> how.accept(transaction);
        } catch (SystemException e) {
            throw new IllegalStateException("the server does not tell its transaction", e);
        }
    }

    private static void mark(Transaction transaction) {
        try {
            transaction.setRollbackOnly();
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "The transaction could not be marked for rollback", e);
        }
    }

    private static void rollback(Transaction transaction) {
        try {
            transaction.rollback();
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.WARNING, "The transaction could not be rolled back; the server does it at its limit", e);
        }
    }

    @SuppressWarnings("BanJNDI") // the names are our own
    private static @Nullable TransactionManager lookup(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            return null;
        }
    }
}
