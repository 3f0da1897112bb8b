package org.restante.bench;

import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.DurationConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig;
import com.hazelcast.config.CacheSimpleConfig.ExpiryPolicyFactoryConfig.TimedExpiryPolicyFactoryConfig.ExpiryPolicyType;
import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.cache.CacheManager;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.MemberConfig;
import org.restante.retry.jcache.RetryCachesConfig;
import org.restante.settings.ClusterSettings;

/**
 * So many members of one cluster in this process, which talk through the loopback interface, with a plain cache
 * beside those of Restante: the same backup and the same time to live, and no bound.
 */
final class Grid implements AutoCloseable {

    static final String RAW = "raw";
    static final Duration TIME_TO_LIVE = Duration.ofMinutes(30);

    private static final int FIRST_PORT = 5911;

    private final List<ClusterMember> members = new ArrayList<>();

    Grid(int size) {
        List<String> addresses = IntStream.range(FIRST_PORT, FIRST_PORT + size)
                .mapToObj(port -> "127.0.0.1:" + port)
                .toList();
        for (int number = 0; number < size; number++) {
            members.add(ClusterMember.start(config(FIRST_PORT + number, addresses)));
        }
        if (members.get(0).size() != size) {
            throw new IllegalStateException("the members have not found each other");
        }
        while (!members.get(0).hazelcast().getPartitionService().isClusterSafe()) {
            Thread.onSpinWait();
        }
    }

    /** As the first member has them. */
    CacheManager caches() {
        return members.get(0).caches();
    }

    /** One of its members, from 0. */
    ClusterMember member(int number) {
        return members.get(number);
    }

    @Override
    public void close() {
        members.forEach(ClusterMember::close);
    }

    private static Config config(int port, List<String> addresses) {
        ClusterSettings settings = new ClusterSettings(
                "bench-" + ProcessHandle.current().pid(),
                "127.0.0.1",
                port,
                addresses.size() == 1 ? ClusterSettings.Join.NONE : ClusterSettings.Join.TCP_IP,
                addresses,
                Optional.empty());
        Config config = MemberConfig.of(settings, Grid.class.getClassLoader());
        RetryCachesConfig.addTo(config, TIME_TO_LIVE);
        return config.addCacheConfig(new CacheSimpleConfig()
                .setName(RAW)
                .setBackupCount(1)
                .setExpiryPolicyFactoryConfig(new ExpiryPolicyFactoryConfig(new TimedExpiryPolicyFactoryConfig(
                        ExpiryPolicyType.CREATED, new DurationConfig(TIME_TO_LIVE.toSeconds(), TimeUnit.SECONDS))))
                .setEvictionConfig(new EvictionConfig().setSize(Integer.MAX_VALUE)));
    }
}
