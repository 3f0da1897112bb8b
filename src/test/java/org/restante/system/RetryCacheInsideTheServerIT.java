package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.ForProfile;
import org.restante.Restante;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.RestanteCluster;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryEntry;
import org.restante.retry.contract.RetryContract;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.time.ClusterClock;

/** The retry cache's contract inside the server, on the member of the cluster that it starts unless told otherwise. */
@InsideTheServer
class RetryCacheInsideTheServerIT implements RetryContract {

    private final TestClock testClock = new TestClock(NOW);

    @Inject
    @Named("retry-jcache")
    RetryCacheAdapter adapter;

    @Inject
    Restante restante;

    @Inject
    ClusterMember member;

    @Inject
    @RestanteCluster
    CacheManager caches;

    @Inject
    ClusterClock time;

    @Inject
    @ForProfile("injected-retries")
    RetryCache cache;

    @Inject
    @ForProfile("injected-retries")
    RetryBudget budget;

    @Resource
    ManagedThreadFactory threads;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.withContract(RetryCacheInsideTheServerIT.class, RetryContract.class);
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
    void whatIsInjectedForAProfileIsBoundToItAndKeptInTheGrid() {
        RetryEntry sent = new RetryEntry("r", new byte[] {7}, time.instant().toEpochMilli());

        cache.put("m", sent);

        RetryCache same = restante.profile("injected-retries").retryCache();
        assertThat(same.get("m")).contains(sent);
        assertThat(cache.limits().bound()).isEqualTo(512);
        assertThat(member.hazelcast().getDistributedObjects()).isNotEmpty();
        assertThat(budget.tryConsume("m", "r").used()).isEqualTo(1);
        assertThat(restante.profile("injected-retries")
                        .retryBudget()
                        .tryConsume("m", "r")
                        .used())
                .isEqualTo(2);
        cache.clear();
        assertThat(same.count()).isZero();
    }

    @Test
    @Scenario("B1")
    void theClusterRemembersWhenTheDatabaseWasSeenLast() {
        Map<Object, Object> epochs = member.hazelcast().getMap("restante-epochs");
        await().until(() -> !epochs.isEmpty());
        Object before = epochs.values().iterator().next();

        await().atMost(Duration.ofSeconds(30)).until(() -> !epochs.containsValue(before));
        assertThat(epochs).hasSize(1);
    }

    @Test
    void anApplicationHasCachesOfItsOwnBesideRestantes() {
        try (Cache<String, byte[]> own = caches.createCache("own", new MutableConfiguration<>())) {
            own.put("key", new byte[] {7});

            assertThat(own.get("key")).containsExactly(7);
        }
    }

    @Test
    @Scenario("R11")
    void theGridsClassesAreTheEarsOwn() {
        assertThat(member.hazelcast().getClass().getClassLoader().toString())
                .containsAnyOf(InsideTheServer.LOADERS.toArray(String[]::new));
    }
}
