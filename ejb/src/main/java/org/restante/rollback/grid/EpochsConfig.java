package org.restante.rollback.grid;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapConfig;
import com.hazelcast.spi.merge.LatestUpdateMergePolicy;
import org.restante.rollback.EpochWatch;

/** What a member of the cluster must know to remember epochs. */
public final class EpochsConfig {

    static final String EPOCHS = "restante-epochs";

    private EpochsConfig() {}

    /** Adds the map, one text for each database. */
    public static void addTo(Config config) {
        MapConfig map = new MapConfig(EPOCHS)
                .setBackupCount(MapConfig.MAX_BACKUP_COUNT) // so that the last of up to seven nodes has it
                .setTimeToLiveSeconds((int) EpochWatch.KEPT.toSeconds())
                .setPerEntryStatsEnabled(true); // which the merge after a split goes by
        map.getMergePolicyConfig().setPolicy(LatestUpdateMergePolicy.class.getName());
        config.addMapConfig(map);
    }
}
