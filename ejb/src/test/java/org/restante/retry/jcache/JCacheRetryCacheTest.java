package org.restante.retry.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.retry.contract.RetryFixture.sent;

import com.hazelcast.config.Config;
import com.hazelcast.internal.namespace.impl.NodeEngineThreadLocalContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.cache.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.MemberConfig;
import org.restante.retry.Retention;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;
import org.restante.retry.contract.RetryContract;
import org.restante.settings.ClusterSettings;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** The contract on a member of its own. */
@SuppressWarnings("NullAway.Init") // before all tests
class JCacheRetryCacheTest implements RetryContract {

    private static ClusterMember member;
    private static RetryCacheAdapter adapter;

    private final TestClock clock = new TestClock(NOW);

    @BeforeAll
    static void start() {
        member = ClusterMember.start(config(5801, List.of()));
        adapter = new JCacheRetryCacheAdapter(member.caches());
    }

    @AfterAll
    static void stop() {
        member.close();
    }

    static Config config(int port, List<String> members) {
        ClusterSettings settings = new ClusterSettings(
                "test-" + ProcessHandle.current().pid(),
                "127.0.0.1",
                port,
                members.isEmpty() ? ClusterSettings.Join.NONE : ClusterSettings.Join.TCP_IP,
                members,
                Optional.empty());
        Config config = MemberConfig.of(settings, JCacheRetryCacheTest.class.getClassLoader());
        RetryCachesConfig.addTo(config, Duration.ofMinutes(5));
        return config;
    }

    @Override
    public RetryCacheAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Test
    @Scenario("R3")
    void noMessageIsLeftBehindThatTheLedgerDoesNotKnow() {
        RetryCache cache = fresh(5, MINUTE);
        long before = messages();

        IntStream.range(0, 100).forEach(i -> cache.put("m" + i % 30, sent(NOW + i)));
        assertThat(messages() - before).isEqualTo(5);
        cache.clear();

        assertThat(messages()).isEqualTo(before);
    }

    @Test
    @Scenario("R2")
    void aProfileThatWasOnlyReadLeavesNothing() {
        RetryCache cache = fresh(5, MINUTE);
        long before = ledgers();

        cache.get("m");
        cache.count();
        cache.remove("m");

        assertThat(ledgers()).isEqualTo(before);
    }

    @Test
    @Scenario("R13")
    void nothingOfTheGridStaysWithTheThreadThatUsedIt() {
        RetryCache cache = fresh(5, MINUTE);
        cache.put("m", sent(NOW));
        assertThat(cache.get("m")).isPresent();
        cache.clear();

        assertThat(NodeEngineThreadLocalContext.getNodeEngineThreadLocalContextOrNull())
                .isNull();
    }

    @Test
    void aMemberThatIsGoneIsToldAsThatByEveryOperation() {
        ClusterMember gone = ClusterMember.start(config(5806, List.of()));
        RetryCacheAdapter closed = new JCacheRetryCacheAdapter(gone.caches());
        gone.close();
        RetryKey key = new RetryKey(Fresh.profile(), "m");

        List<Runnable> operations = List.of(
                () -> closed.put(key, new StoredMessage(NOW, new byte[0]), new Retention(5, 0)),
                () -> closed.get(key),
                () -> closed.count(key.profile(), 0),
                () -> closed.remove(key),
                () -> closed.clear(key.profile()),
                () -> closed.attempt(new RetryCacheAdapter.Attempt(key, "r", 5, NOW, NOW)));

        assertThat(operations)
                .allSatisfy(operation -> assertThatExceptionOfType(StorageUnavailableException.class)
                        .isThrownBy(operation::run));
    }

    private static long messages() {
        return size(RetryCachesConfig.MESSAGES);
    }

    private static long ledgers() {
        return size(RetryCachesConfig.LEDGERS);
    }

    private static long size(String name) {
        Cache<Object, Object> cache = member.caches().getCache(name);
        return StreamSupport.stream(cache.spliterator(), false).count();
    }
}
