package org.restante.cluster;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.cache.HazelcastMemberCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javax.cache.CacheManager;
import javax.cache.spi.CachingProvider;

/** This node in the cluster, with its caches. Thread-safe; to be closed. */
public final class ClusterMember implements AutoCloseable {

    private final HazelcastInstance hazelcast;
    private final CachingProvider provider;
    private final CacheManager caches;

    private ClusterMember(HazelcastInstance hazelcast, CachingProvider provider) {
        this.hazelcast = hazelcast;
        this.provider = provider;
        // no class loader: it would become part of the caches' names, and two deployments would never meet
        this.caches =
                provider.getCacheManager(null, null, HazelcastCachingProvider.propertiesByInstanceItself(hazelcast));
    }

    /** Starts a member, alone where no other is found in time; it joins them when it can. */
    public static ClusterMember start(Config config) {
        QuietGrid.begin();
        return aside(() -> started(config));
    }

    private static ClusterMember started(Config config) {
        // one of its own: the one that Caching hands out is everybody's, and outlives us
        CachingProvider provider = new HazelcastMemberCachingProvider();
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(config);
        try {
            MembershipLog.follow(hazelcast);
            return new ClusterMember(hazelcast, provider);
        } catch (RuntimeException e) {
            hazelcast.shutdown();
            throw e;
        }
    }

    /**
     * Does work on a thread that ends with it. Hazelcast leaves a reference to itself with threads that it is used on, and a
     * server's thread would keep it, with all classes of the application, long after that was undeployed.
     */
    private static <T> T aside(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, task -> new Thread(task, "restante-cluster").start())
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    public HazelcastInstance hazelcast() {
        return hazelcast;
    }

    public CacheManager caches() {
        return caches;
    }

    /** Whether it has not left: by its own doing, or as a node that could not go on. */
    public boolean isRunning() {
        return hazelcast.getLifecycleService().isRunning();
    }

    /**
     * Has work done each time that this member has come back to the others from a part of a split cluster, with what was
     * kept there.
     */
    public void onMerged(Runnable work) {
        hazelcast.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                new Thread(work, "restante-merged").start(); // the one that tells of it has more to do
            }
        });
    }

    /** How many members there are, this one included. */
    public int size() {
        return hazelcast.getCluster().getMembers().size();
    }

    /** Whether it is a member, and the only one. */
    public boolean isAlone() {
        return isRunning() && size() == 1;
    }

    /** Leaves the cluster in good order: what only this member holds is handed over first. */
    @Override
    public void close() {
        aside(() -> {
            try {
                provider.close(); // with its caches' manager
            } finally {
                hazelcast.shutdown();
            }
            return this;
        });
    }
}
