package org.restante.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** A cache of Caffeine's in this process, with the same time to live, and one bound for all profiles together. */
final class CaffeineSent implements SentMessages {

    private final Cache<String, byte[]> cache;

    CaffeineSent(int bound) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(bound)
                .expireAfterWrite(Grid.TIME_TO_LIVE)
                .build();
    }

    @Override
    public void put(int profile, String id, byte[] message) {
        cache.put(profile + "/" + id, message);
    }

    @Override
    public byte @Nullable [] get(int profile, String id) {
        return cache.getIfPresent(profile + "/" + id);
    }

    @Override
    public int count(int profile) {
        cache.cleanUp();
        return Math.toIntExact(cache.estimatedSize());
    }

    @Override
    public void clear() {
        cache.invalidateAll();
    }
}
