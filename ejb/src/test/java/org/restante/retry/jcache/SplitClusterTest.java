package org.restante.retry.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.retry.contract.RetryFixture.NOW;
import static org.restante.retry.contract.RetryFixture.sent;

import com.hazelcast.config.Config;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryLimits;
import org.restante.retry.contract.RetryFixture;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** Three members of which one is cut off; both parts go on, and are one again. */
@SuppressWarnings("NullAway.Init") // before each test
class SplitClusterTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BOUND = 5;
    private static final Map<String, String> QUICK = Map.of(
            "hazelcast.wait.seconds.before.join", "1",
            "hazelcast.heartbeat.interval.seconds", "1",
            "hazelcast.max.no.heartbeat.seconds", "5",
            "hazelcast.merge.first.run.delay.seconds", "2",
            "hazelcast.merge.next.run.delay.seconds", "2");

    private final TestClock clock = new TestClock(NOW);
    private final List<ProfileId> profiles =
            IntStream.range(0, 20).mapToObj(i -> Fresh.profile()).toList();
    private final List<ClusterMember> members = new ArrayList<>();
    private CuttableNetwork network;
    private RetryCaches larger;
    private RetryCaches smaller;

    @BeforeEach
    void startTogether() throws IOException {
        network = new CuttableNetwork();
        for (int i = 0; i < 3; i++) {
            members.add(ClusterMember.start(config(i)));
        }
        awaitSizes(3, 3, 3);
        larger = caches(members.get(0));
        caches(members.get(1));
        smaller = caches(members.get(2));
    }

    @AfterEach
    void stop() {
        members.forEach(ClusterMember::close);
        network.close();
    }

    @Test
    @Scenario({"R3", "R7", "R9", "R12"})
    void afterASplitTheNewerMessagesStayWithinTheBoundAndNoRemovalOrAttemptIsForgotten() {
        for (ProfileId profile : profiles) {
            put(larger, profile, 0, "0", "1", "2", "3", "revoked", "revoked elsewhere");
            attempts(larger, profile, 2);
        }
        network.cut();
        awaitSizes(2, 2, 1);
        List<Integer> used = new ArrayList<>();
        for (ProfileId profile : profiles) {
            cache(larger, profile).remove("revoked");
            boolean hasIt = cache(smaller, profile).get("revoked elsewhere").isPresent(); // by chance
            cache(hasIt ? smaller : larger, profile).remove("revoked elsewhere");
            put(larger, profile, 20, "later on the smaller part");
            put(smaller, profile, 21, "later on the smaller part");
            put(larger, profile, 31, "later on the larger part");
            put(smaller, profile, 30, "later on the larger part");
            put(larger, profile, 40, "only on the larger part");
            put(smaller, profile, 41, "only on the smaller part");
            used.add(Math.max(attempts(larger, profile, 1), attempts(smaller, profile, 2)));
        }

        network.mend();
        awaitSizes(3, 3, 3);

        await().atMost(SOON)
                .untilAsserted(() -> profiles.forEach(profile -> {
                    assertMerged(cache(larger, profile));
                    assertMerged(cache(smaller, profile));
                }));
        for (int i = 0; i < profiles.size(); i++) {
            assertThat(cache(larger, profiles.get(i)).count()).isEqualTo(BOUND);
            assertThat(attempts(larger, profiles.get(i), 1)).isEqualTo(used.get(i) + 1);
            put(smaller, profiles.get(i), 50, "afterwards");
            assertThat(cache(larger, profiles.get(i)).get("3")).as("the oldest").isEmpty();
            assertThat(cache(larger, profiles.get(i)).count()).isEqualTo(BOUND);
        }
    }

    /** Asks for nothing that would itself evict. */
    private static void assertMerged(RetryCache cache) {
        Stream.of("0", "1", "2", "revoked", "revoked elsewhere")
                .forEach(id -> assertThat(cache.get(id)).as(id).isEmpty());
        assertThat(cache.get("3")).contains(sent(NOW + 3));
        assertThat(cache.get("later on the smaller part")).contains(sent(NOW + 21));
        assertThat(cache.get("later on the larger part")).contains(sent(NOW + 31));
        assertThat(cache.get("only on the larger part")).contains(sent(NOW + 40));
        assertThat(cache.get("only on the smaller part")).contains(sent(NOW + 41));
    }

    /** Each a millisecond later. */
    private static void put(RetryCaches caches, ProfileId profile, int time, String... ids) {
        for (int i = 0; i < ids.length; i++) {
            cache(caches, profile).put(ids[i], sent(NOW + time + i));
        }
    }

    /** The number of the last one. */
    private static int attempts(RetryCaches caches, ProfileId profile, int times) {
        return IntStream.range(0, times)
                .map(i -> caches.budget(profile).tryConsume("m", "r").used())
                .max()
                .orElseThrow();
    }

    private static RetryCache cache(RetryCaches caches, ProfileId profile) {
        return RetryFixture.cache(caches, profile);
    }

    private void awaitSizes(Integer... sizes) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(members).extracting(ClusterMember::size).containsExactly(sizes));
        await().atMost(SOON)
                .until(() -> members.stream()
                        .allMatch(member ->
                                member.hazelcast().getPartitionService().isClusterSafe()));
    }

    private RetryCaches caches(ClusterMember member) {
        JCacheRetryCacheAdapter adapter = new JCacheRetryCacheAdapter(member.caches());
        member.onMerged(adapter::afterSplit);
        RetryLimits limits = new RetryLimits(BOUND, Duration.ofMinutes(1));
        return new RetryCaches(
                adapter,
                new EntryCodec(PayloadCipher.none()),
                unreadable -> {},
                new RetryCaches.Conduct(profile -> limits, new RetryCaches.Caps(1000, 100), List.of(), clock));
    }

    private static Config config(int member) {
        Config config = JCacheRetryCacheTest.config(CuttableNetwork.port(member), CuttableNetwork.addresses());
        QUICK.forEach(config::setProperty);
        return CuttableNetwork.behindGate(config, member);
    }
}
