package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.restante.transaction.JtaTransactions;

/** The server's transactions around work: a bean of its own, since interceptors do not reach objects made by producers. */
@ApplicationScoped
class JtaDemarcation implements JtaTransactions.Demarcation {

    private static final Logger LOG = System.getLogger(JtaDemarcation.class.getName());

    @Inject
    UserTransaction userTransaction;

    @Override
    @Transactional(value = Transactional.TxType.REQUIRED, rollbackOn = Throwable.class)
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
    public <T> T requiresNew(Supplier<T> work) {
        return work.get();
    }

    /** Not to be had inside beans whose container demarcates transactions, but without one: the server's own limit holds. */
    @Override
    public void limit(Duration limit) {
        try {
            userTransaction.setTransactionTimeout(Math.toIntExact(limit.toSeconds()));
        } catch (SystemException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "The server''s own limit of transactions holds", e);
        }
    }
}
