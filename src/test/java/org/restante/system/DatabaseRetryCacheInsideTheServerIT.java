package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.retry.contract.RetryFixture.sent;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.ThreadFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.contract.RetryContract;
import org.restante.testing.TestClock;

/** The retry cache's contract inside the server, on its data source and beside its transactions. */
@InsideTheServer
class DatabaseRetryCacheInsideTheServerIT implements RetryContract {

    private final TestClock testClock = new TestClock(NOW);

    @Inject
    @Named("retry-jpa")
    RetryCacheAdapter adapter;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedThreadFactory threads;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.withContract(DatabaseRetryCacheInsideTheServerIT.class, RetryContract.class);
    }

    @Override
    public RetryCacheAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return testClock;
    }

    @Override
    public ThreadFactory threads() {
        return threads;
    }

    @Test
    void aMessageThatWasSentIsRememberedThoughItsSendersTransactionIsUndone()
            throws NotSupportedException, SystemException {
        RetryCache cache = fresh(5, MINUTE);
        transaction.begin();
        try {
            cache.put("m", sent(NOW));
        } finally {
            transaction.rollback();
        }

        assertThat(cache.get("m")).isPresent();
    }
}
