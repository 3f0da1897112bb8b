package org.restante.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;

/** An adapter by itself: bytes in, bytes out, as the plain cache has them. */
final class AdapterSent implements SentMessages {

    private final RetryCacheAdapter adapter;
    private final List<ProfileId> profiles;
    private final int bound;

    AdapterSent(RetryCacheAdapter adapter, int profiles, int bound) {
        this.adapter = adapter;
        this.profiles = IntStream.range(0, profiles)
                .mapToObj(number -> new ProfileId("profile-" + number))
                .toList();
        this.bound = bound;
    }

    @Override
    public void put(int profile, String id, byte[] message) {
        adapter.put(
                new RetryKey(profiles.get(profile), id),
                new StoredMessage(System.currentTimeMillis(), message),
                new Retention(bound, 0));
    }

    @Override
    public byte @Nullable [] get(int profile, String id) {
        StoredMessage stored = adapter.get(new RetryKey(profiles.get(profile), id));
        return stored == null ? null : stored.bytes();
    }

    @Override
    public int count(int profile) {
        return adapter.count(profiles.get(profile), 0);
    }

    @Override
    public void clear() {
        profiles.forEach(adapter::clear);
    }
}
