package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.cluster.ClusterMember;
import org.restante.metrics.Metrics;
import org.restante.settings.Settings;

/** What is measured of this server. */
@ApplicationScoped
class MetricsProducer {

    @Produces
    @Singleton
    Metrics metrics(Settings settings, Instance<ClusterMember> member) {
        Metrics metrics = new Metrics();
        if (settings.usesCluster()) {
            ClusterMember cluster = member.get();
            metrics.gauge(
                    "restante.cluster.members",
                    "The members of the cluster that this node sees, itself among them; 0 when it is none any more.",
                    () -> cluster.isRunning() ? cluster.size() : 0);
            metrics.gauge(
                    "restante.cluster.alone",
                    "1 while this node is alone although others are configured.",
                    () -> settings.cluster().hasOthers() && cluster.isAlone() ? 1 : 0);
        }
        return metrics;
    }

    void close(@Disposes Metrics metrics) {
        metrics.close();
    }
}
