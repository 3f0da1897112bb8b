package org.restante.wiring;

import com.hazelcast.config.Config;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.MemberConfig;
import org.restante.retry.jcache.RetryCachesConfig;
import org.restante.rollback.grid.EpochsConfig;
import org.restante.settings.ClusterSettings;
import org.restante.settings.Settings;
import org.restante.storage.StorageUnavailableException;

/** From settings to a member of the cluster, with room for everything that is kept in the grid. */
final class Clusters {

    private Clusters() {}

    /**
     * Starts a member.
     *
     * @throws StorageUnavailableException naming the settings of its address when it cannot
     */
    static ClusterMember start(Settings settings) {
        Config config = MemberConfig.of(settings.cluster(), ClusterMember.class.getClassLoader());
        RetryCachesConfig.addTo(config, settings.retry().longestTimeToLive());
        EpochsConfig.addTo(config);
        try {
            return ClusterMember.start(config);
        } catch (RuntimeException e) { // it has no type for this
            throw new StorageUnavailableException(
                    "the member of the cluster cannot start at "
                            + settings.cluster().address() + " ("
                            + ClusterSettings.ADDRESS + ") from port "
                            + settings.cluster().port() + " ("
                            + ClusterSettings.PORT + ") on: " + e.getMessage(),
                    e);
        }
    }
}
