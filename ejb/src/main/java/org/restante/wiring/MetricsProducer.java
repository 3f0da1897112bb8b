package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.cluster.ClusterMember;
import org.restante.metering.Metering;
import org.restante.metrics.Metrics;
import org.restante.settings.Settings;
import org.restante.time.ClusterClock;

/** What is measured of this server. */
@ApplicationScoped
class MetricsProducer {

    private static final double NANOS = 1e9;

    @Produces
    @Singleton
    Metrics metrics(
            Settings settings, Instance<ClusterMember> member, ClusterClock clock, UnreadableEntries unreadable) {
        Metrics metrics = new Metrics();
        metrics.counter(
                Metrics.UNREADABLE, "How often an entry or a message was met that could not be read.", unreadable::met);
        if (settings.usesDatabase()) {
            metrics.gauge(
                    "restante.clock.skew.seconds",
                    "How far the database's clock is ahead of this node's; negative when behind.",
                    () -> clock.skew().toNanos() / NANOS);
        }
        if (settings.usesCluster()) {
            cluster(metrics, settings, member);
        }
        return metrics;
    }

    private static void cluster(Metrics metrics, Settings settings, Instance<ClusterMember> member) {
        metrics.gauge(
                "restante.cluster.members",
                "The members of the cluster that this node sees, itself among them; 0 when it is none any more.",
                () -> member.get().isRunning() ? member.get().size() : 0);
        metrics.gauge(
                "restante.cluster.alone",
                "1 while this node is alone although others are configured.",
                () -> settings.cluster().hasOthers() && member.get().isAlone() ? 1 : 0);
    }

    @Produces
    @Singleton
    Metering metering(Metrics metrics) {
        return Metering.to(metrics.meter());
    }

    @Produces
    @Singleton
    RetryCacheSizes sizes(Metrics metrics, Metering metering, Engine engine) {
        return new RetryCacheSizes(
                metering.senders(),
                profile -> engine.profile(profile).retryCache().count(),
                metrics::messages);
    }

    void close(@Disposes Metrics metrics) {
        metrics.close();
    }
}
