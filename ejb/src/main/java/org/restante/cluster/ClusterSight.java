package org.restante.cluster;

import com.hazelcast.cache.ICache;
import com.hazelcast.cluster.Member;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** What people see of the cluster. Thread-safe. */
public final class ClusterSight {

    private final Supplier<ClusterMember> member;
    private final boolean used;

    /**
     * That of this node.
     *
     * @param member asked for only where there is one
     * @param used whether anything is kept in the cluster
     */
    public ClusterSight(Supplier<ClusterMember> member, boolean used) {
        this.member = member;
        this.used = used;
    }

    /** A node: its address, and whether it is this one. */
    public record Node(String address, boolean here) {}

    /** A cache and how many entries it has on all nodes. */
    public record Cache(String name, int size) {}

    /** The nodes that this one sees, itself among them, in the order in which they came; empty where nothing is kept in a cluster. */
    public List<Node> nodes() {
        return isSeen()
                ? member.get().hazelcast().getCluster().getMembers().stream()
                        .map(ClusterSight::node)
                        .toList()
                : List.of();
    }

    /** The caches by their names; empty where nothing is kept in a cluster. */
    public List<Cache> caches() {
        return isSeen()
                ? member.get().hazelcast().getDistributedObjects().stream()
                        .filter(ICache.class::isInstance)
                        .map(cache -> new Cache(cache.getName(), ((ICache<?, ?>) cache).size()))
                        .sorted(Comparator.comparing(Cache::name))
                        .toList()
                : List.of();
    }

    private boolean isSeen() {
        return used && member.get().isRunning();
    }

    private static Node node(Member member) {
        return new Node(
                member.getAddress().getHost() + ":" + member.getAddress().getPort(), member.localMember());
    }
}
