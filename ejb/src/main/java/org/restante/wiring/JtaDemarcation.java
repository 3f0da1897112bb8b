package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.function.Supplier;
import org.restante.transaction.JtaTransactions;

/** The server's transactions around work: a bean of its own, since interceptors do not reach objects made by producers. */
@ApplicationScoped
class JtaDemarcation implements JtaTransactions.Demarcation {

    @Inject
    ServerTransactions server;

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

    @Override
    public Runnable abandonment() {
        return server.abandonment();
    }

    @Override
    public Runnable abandonmentOfOwn() {
        return server.abandonmentOfOwn();
    }

    @Override
    public void limit(Duration limit) {
        server.limit(limit);
    }
}
