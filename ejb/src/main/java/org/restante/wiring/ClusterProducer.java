package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.cluster.ClusterMember;
import org.restante.settings.Settings;

/**
 * This server's member of the cluster, started when the first adapter needs it. It is no bean of Hazelcast's or of JCache's
 * types: those of the server and of the application are neither taken nor made ambiguous.
 */
@ApplicationScoped
class ClusterProducer {

    @Produces
    @Singleton
    ClusterMember member(Settings settings) {
        return Clusters.start(settings);
    }

    void leave(@Disposes ClusterMember member) {
        member.close();
    }
}
