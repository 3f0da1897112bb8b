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
    private static final List<String> NAMES =
            List.of("java:jboss/TransactionManager", "java:appserver/TransactionManager");

    private @Nullable TransactionManager manager;

    @PostConstruct
    void find() {
        manager = NAMES.stream()
                .map(ServerTransactions::lookup)
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
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

    /** What rolls back the calling thread's transaction, from another thread. */
    Runnable abandonment() {
        if (manager == null) {
            return () -> {};
        }
        try {
            Transaction transaction = manager.getTransaction();
            return () -> rollback(transaction);
        } catch (SystemException e) {
            throw new IllegalStateException("the server does not tell its transaction", e);
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
