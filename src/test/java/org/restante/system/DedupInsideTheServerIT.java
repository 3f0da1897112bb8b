package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;
import static org.restante.dedup.contract.Decisions.inFlight;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.DedupNamespace;
import org.restante.Restante;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.dedup.contract.DedupContract;
import org.restante.dedup.contract.DedupFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;

/** The contract of claims inside the server, on its data source and in its transactions. */
@InsideTheServer
class DedupInsideTheServerIT implements DedupContract {

    private final TestClock testClock = TestClock.fromNow();
    private final String key = UUID.randomUUID().toString();

    @Inject
    @Named("dedup-jpa")
    DedupAdapter adapter;

    @Inject
    @Named("dedup-memory")
    DedupAdapter memory;

    @Inject
    Restante restante;

    @Inject
    @DedupNamespace("injected")
    DedupCache cache;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.withContract(DedupInsideTheServerIT.class, DedupContract.class);
    }

    @Override
    public DedupAdapter adapter() {
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

    @Override
    public int held(String namespace) {
        return Sql.number(database, "select count(*) from restante_dedup where namespace = '" + namespace + "'");
    }

    @Test
    @Scenario("D11")
    void whatIsInjectedForANamespaceIsBoundToIt() {
        claimed(cache.claim(key));

        inFlight(restante.dedup("injected").claim(key));
        claimed(restante.dedup("another").claim(key));
    }

    @Test
    @Scenario("D12")
    void aClaimIsPartOfTheServersTransaction() throws Exception {
        transaction.begin();
        cache.complete(claimed(cache.claim(key)), Receipt.of("undone"));
        inFlight(Elsewhere.get(threads, () -> cache.claim(key)));
        transaction.rollback();
        assertThat(cache.lookup(key)).isEmpty();

        transaction.begin();
        cache.complete(claimed(cache.claim(key)), Receipt.of("r"));
        transaction.commit();
        completed(cache.claim(key), Receipt.of("r"));
    }

    @Test
    @Scenario("D12")
    void aClaimInMemoryIsUndoneWithTheServersTransaction() throws Exception {
        DedupCache inMemory = DedupFixture.over(memory, testClock).of("memory");
        transaction.begin();
        inMemory.complete(claimed(inMemory.claim(key)), Receipt.of("undone"));
        transaction.rollback();
        assertThat(inMemory.lookup(key)).isEmpty();

        transaction.begin();
        inMemory.complete(claimed(inMemory.claim(key)), Receipt.of("r"));
        transaction.commit();
        completed(inMemory.claim(key), Receipt.of("r"));
    }

    @Test
    @Scenario("D13")
    void anIndependentClaimStaysWhateverBecomesOfTheServersTransaction() throws NotSupportedException, SystemException {
        transaction.begin();
        try {
            claimed(cache.independent().claim(key));
        } finally {
            transaction.rollback();
        }

        inFlight(cache.claim(key));
    }
}
