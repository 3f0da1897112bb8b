package org.restante.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryEntry;
import org.restante.retry.RetryLimits;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainRestante;

/** Retry caches over an adapter, as an application uses them. */
final class RestanteSent implements SentMessages {

    private static final String RECIPIENT = "15550001@s.whatsapp.net";

    private final List<RetryCache> caches;

    /**
     * The caches of so many profiles.
     *
     * @param bound how many messages each keeps
     */
    RestanteSent(RetryCacheAdapter adapter, int profiles, int bound) {
        Restante addresses = PlainRestante.over(new MemoryStorageAdapter(InstantSource.system()));
        RetryCaches all = new RetryCaches(
                adapter,
                new EntryCodec(PayloadCipher.none()),
                unreadable -> {
                    throw new IllegalStateException(unreadable.toString());
                },
                new RetryCaches.Conduct(
                        profile -> new RetryLimits(bound, Grid.TIME_TO_LIVE),
                        new RetryCaches.Caps(1 << 20, 5),
                        List.of(),
                        InstantSource.system()));
        this.caches = IntStream.range(0, profiles)
                .mapToObj(number -> new ProfileId("profile-" + number))
                .map(profile -> all.of(profile, addresses.profile(profile).storage()))
                .toList();
    }

    @Override
    public void put(int profile, String id, byte[] message) {
        caches.get(profile).put(id, new RetryEntry(RECIPIENT, message, System.currentTimeMillis()));
    }

    @Override
    public byte @Nullable [] get(int profile, String id) {
        return caches.get(profile).get(id).map(RetryEntry::message).orElse(null);
    }

    @Override
    public int count(int profile) {
        return caches.get(profile).count();
    }

    @Override
    public void clear() {
        caches.forEach(RetryCache::clear);
    }
}
