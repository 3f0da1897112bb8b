package org.restante.retry.jcache;

import com.hazelcast.cache.HazelcastExpiryPolicy;
import com.hazelcast.cache.impl.ICacheRecordStore;
import com.hazelcast.cache.impl.ICacheService;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.spi.impl.NodeEngine;

/**
 * The messages of a profile from within the thread of their partition. JCache lets an entry processor change the one entry
 * it was called for; this reaches its neighbours in the same partition through Hazelcast's own classes, and is the only
 * place that does.
 */
final class PartitionMessages {

    private static final int NO_COMPLETION = -1;

    private final NodeEngine engine;
    private final String profile;

    PartitionMessages(HazelcastInstance hazelcast, String profile) {
        this.engine = ((HazelcastInstanceImpl) hazelcast).node.getNodeEngine();
        this.profile = profile;
    }

    /** Keeps a message for so long. */
    void put(String id, byte[] value, long remainingMillis) {
        Data key = key(id);
        HazelcastExpiryPolicy expiry = new HazelcastExpiryPolicy(remainingMillis, remainingMillis, remainingMillis);
        store(key).put(key, value, expiry, null, NO_COMPLETION);
    }

    void remove(String id) {
        Data key = key(id);
        store(key).remove(key, null, null, NO_COMPLETION);
    }

    private Data key(String id) {
        return engine.getSerializationService().toData(new MessageKey(profile, id));
    }

    private ICacheRecordStore store(Data key) {
        ICacheService caches = engine.getService(ICacheService.SERVICE_NAME);
        return caches.getOrCreateRecordStore(
                RetryCachesConfig.MESSAGES_IN_GRID, engine.getPartitionService().getPartitionId(key));
    }
}
