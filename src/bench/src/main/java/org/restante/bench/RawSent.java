package org.restante.bench;

import com.hazelcast.cache.ICache;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/** The plain cache: messages by profile and id, without a bound. */
final class RawSent implements SentMessages {

    private final Cache<String, byte[]> cache;

    RawSent(CacheManager caches) {
        this.cache = caches.getCache(Grid.RAW);
    }

    @Override
    public void put(int profile, String id, byte[] message) {
        cache.put(key(profile, id), message);
    }

    @Override
    public byte @Nullable [] get(int profile, String id) {
        return cache.get(key(profile, id));
    }

    /** Of all profiles, since it knows nothing of them. */
    @Override
    public int count(int profile) {
        return cache.unwrap(ICache.class).size();
    }

    @Override
    public void clear() {
        cache.clear();
    }

    private static String key(int profile, String id) {
        return profile + "/" + id;
    }
}
