package org.restante.retry.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.retry.contract.RetryFixture.sent;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryLimits;
import org.restante.retry.contract.RetryFixture;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** Two members in one process: what one puts the other has, also when either is gone. */
@SuppressWarnings("NullAway.Init") // before each test
class TwoMembersTest {

    private static final List<String> BOTH = List.of("127.0.0.1:5811", "127.0.0.1:5812");
    private static final int PROFILES = 50;

    private final TestClock clock = new TestClock(RetryFixture.NOW);
    private final List<ProfileId> profiles =
            IntStream.range(0, PROFILES).mapToObj(i -> Fresh.profile()).toList();
    private ClusterMember a;
    private ClusterMember b;

    @BeforeEach
    void startBoth() {
        a = ClusterMember.start(JCacheRetryCacheTest.config(5811, BOTH));
        b = ClusterMember.start(JCacheRetryCacheTest.config(5812, BOTH));
        await().until(() -> a.size() == 2 && isSafe(a) && isSafe(b));
    }

    @AfterEach
    void stopBoth() {
        a.close();
        b.close();
    }

    @Test
    @Scenario({"R1", "R3"})
    void theBoundIsStrictWhileBothPutAndBothSeeTheSame() {
        RetryCaches onA = caches(a, 500);
        RetryCaches onB = caches(b, 500);

        Race.of(Thread::new, 8, racer -> {
            RetryCache mine = cache(racer % 2 == 0 ? onA : onB, 0);
            for (int i = 0; i < 1250; i++) {
                mine.put(racer + "-" + i, sent(RetryFixture.NOW + i));
                if (i % 100 == 0) {
                    assertThat(mine.count()).isLessThanOrEqualTo(500);
                }
            }
            return racer;
        });

        assertThat(kept(onA, 8, 1250)).hasSize(500).isEqualTo(kept(onB, 8, 1250));
        assertThat(cache(onA, 0).count()).isEqualTo(500);
        assertThat(cache(onB, 0).count()).isEqualTo(500);
    }

    @Test
    @Scenario("R3")
    void profilesSpreadOverTheMembers() {
        Set<Object> owners = new HashSet<>();
        profiles.forEach(profile -> owners.add(a.hazelcast()
                .getPartitionService()
                .getPartition(profile.value())
                .getOwner()));

        assertThat(owners).hasSize(2);
    }

    @Test
    @Scenario("R9")
    void nothingIsLostWhenAMemberIsGoneWithoutAWord() {
        RetryCaches onA = caches(a, 5);
        RetryCaches onB = caches(b, 5);
        for (int profile = 0; profile < PROFILES; profile++) {
            for (int i = 0; i < 8; i++) {
                cache(i % 2 == 0 ? onA : onB, profile).put("0-" + i, sent(RetryFixture.NOW + i));
            }
            onA.budget(profiles.get(profile)).tryConsume("m", "r");
        }

        b.hazelcast().getLifecycleService().terminate();

        for (int profile = 0; profile < PROFILES; profile++) {
            RetryCache cache = cache(onA, profile);
            assertThat(IntStream.range(0, 8).filter(i -> cache.get("0-" + i).isPresent()))
                    .containsExactly(3, 4, 5, 6, 7);
            assertThat(cache.count()).isEqualTo(5);
            cache.put("0-8", sent(RetryFixture.NOW + 8));
            assertThat(cache.get("0-3")).isEmpty();
            assertThat(onA.budget(profiles.get(profile)).tryConsume("m", "r").used())
                    .isEqualTo(2);
        }
    }

    @Test
    @Scenario("R9")
    void whoComesLaterHasItAllWhenTheFirstIsGone() {
        b.close();
        RetryCaches onA = caches(a, 5);
        for (int profile = 0; profile < PROFILES; profile++) {
            for (int i = 0; i < 8; i++) {
                cache(onA, profile).put("0-" + i, sent(RetryFixture.NOW + i));
            }
        }
        b = ClusterMember.start(JCacheRetryCacheTest.config(5812, BOTH));
        await().until(() -> isSafe(a) && isSafe(b) && b.size() == 2);

        a.hazelcast().getLifecycleService().terminate();

        RetryCaches onB = caches(b, 5);
        for (int profile = 0; profile < PROFILES; profile++) {
            RetryCache cache = cache(onB, profile);
            assertThat(cache.count()).isEqualTo(5);
            cache.put("0-8", sent(RetryFixture.NOW + 8));
            assertThat(IntStream.range(0, 9).filter(i -> cache.get("0-" + i).isPresent()))
                    .containsExactly(4, 5, 6, 7, 8);
        }
    }

    @Test
    @Scenario("R12")
    void ofFiftyRacersOnBothMembersFiveAreAllowed() {
        RetryBudget onA = caches(a, 5).budget(profiles.get(0));
        RetryBudget onB = caches(b, 5).budget(profiles.get(0));

        List<Boolean> allowed = Race.of(
                Thread::new,
                50,
                racer -> (racer % 2 == 0 ? onA : onB).tryConsume("m", "r").allowed());

        assertThat(allowed).filteredOn(Boolean.TRUE::equals).hasSize(5);
    }

    private RetryCache cache(RetryCaches caches, int profile) {
        return RetryFixture.cache(caches, profiles.get(profile));
    }

    private Set<String> kept(RetryCaches caches, int racers, int messages) {
        Set<String> kept = new HashSet<>();
        for (int racer = 0; racer < racers; racer++) {
            for (int i = 0; i < messages; i++) {
                String id = racer + "-" + i;
                cache(caches, 0).get(id).ifPresent(entry -> kept.add(id));
            }
        }
        return kept;
    }

    private RetryCaches caches(ClusterMember member, int bound) {
        RetryLimits limits = new RetryLimits(bound, Duration.ofMinutes(1));
        return new RetryCaches(
                new JCacheRetryCacheAdapter(member.caches()),
                new EntryCodec(PayloadCipher.none()),
                unreadable -> {},
                new RetryCaches.Conduct(profile -> limits, new RetryCaches.Caps(1000, 5), List.of(), clock));
    }

    private static boolean isSafe(ClusterMember member) {
        return member.hazelcast().getPartitionService().isClusterSafe();
    }
}
