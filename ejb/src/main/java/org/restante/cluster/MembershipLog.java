package org.restante.cluster;

import com.hazelcast.cluster.Cluster;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells in the log with whom this node is together, each time that changes. */
final class MembershipLog implements MembershipListener {

    private static final Logger LOG = System.getLogger(ClusterMember.class.getName());

    private final String name;
    private final Level alone;
    private Set<String> told = Set.of();

    private MembershipLog(Config config) {
        JoinConfig join = config.getNetworkConfig().getJoin();
        boolean looksForOthers = join.getTcpIpConfig().isEnabled()
                || join.getMulticastConfig().isEnabled()
                || join.getKubernetesConfig().isEnabled();
        this.name = config.getClusterName();
        this.alone = looksForOthers ? Level.WARNING : Level.INFO;
    }

    /** Tells what is now, and what comes. */
    static void follow(HazelcastInstance hazelcast) {
        Cluster cluster = hazelcast.getCluster();
        MembershipLog log = new MembershipLog(hazelcast.getConfig());
        cluster.addMembershipListener(log);
        hazelcast.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                log.tell(addresses(cluster));
            }
        });
        log.tell(addresses(cluster));
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        tell(addresses(event.getCluster()));
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        tell(addresses(event.getCluster()));
    }

    private synchronized void tell(Set<String> now) {
        if (now.equals(told)) {
            return;
        }
        told = now;
        String addresses = String.join(", ", now);
        if (now.size() == 1) {
            LOG.log(alone, "Alone in the cluster {0}: {1}", name, addresses);
        } else {
            LOG.log(Level.INFO, "Together in the cluster {0}: {1}", name, addresses);
        }
    }

    private static Set<String> addresses(Cluster cluster) {
        return cluster.getMembers().stream()
                .map(member -> member.getAddress().getHost() + ":"
                        + member.getAddress().getPort())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
