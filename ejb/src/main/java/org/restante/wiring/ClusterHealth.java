package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.restante.cluster.ClusterMember;
import org.restante.health.HealthCheck;
import org.restante.health.HealthStatus;
import org.restante.settings.ClusterSettings;
import org.restante.settings.Settings;

/**
 * Whether this node is a member of the cluster, and not alone where it should have others; no question where nothing is kept
 * in the grid.
 */
@ApplicationScoped
class ClusterHealth implements HealthCheck {

    @Inject
    Instance<ClusterMember> member;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public HealthStatus check() {
        return settings.usesCluster()
                ? of(member.get(), settings.cluster())
                : new HealthStatus(true, Map.of("used", "no"));
    }

    static HealthStatus of(ClusterMember member, ClusterSettings settings) {
        if (!member.isRunning()) {
            return HealthStatus.down("this node is no member of the cluster any more; a restart makes it one");
        }
        Map<String, String> data = Map.of("members", String.valueOf(member.size()));
        return member.isAlone() && settings.hasOthers()
                ? HealthStatus.degraded("this node is alone, and what it holds in memory is gone with it", data)
                : new HealthStatus(true, data);
    }
}
