package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.cache.CacheManager;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.ClusterSight;
import org.restante.cluster.RestanteCluster;
import org.restante.settings.Settings;

/**
 * This server's member of the cluster, started when somebody first needs it. Its caches have a qualifier: those of the server
 * and of the application are neither taken nor made ambiguous.
 */
@ApplicationScoped
class ClusterProducer {

    @Produces
    @Singleton
    ClusterMember member(Settings settings) {
        return Clusters.start(settings);
    }

    @Produces
    @RestanteCluster
    CacheManager caches(ClusterMember member) {
        return member.caches();
    }

    @Produces
    @Singleton
    ClusterSight sight(Settings settings, Instance<ClusterMember> member) {
        return new ClusterSight(member::get, settings.usesCluster());
    }

    void leave(@Disposes ClusterMember member) {
        member.close();
    }
}
