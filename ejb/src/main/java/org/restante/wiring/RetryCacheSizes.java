package org.restante.wiring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.restante.entry.ProfileId;
import org.restante.metering.RecentProfiles;
import org.restante.storage.StorageUnavailableException;

/** Counts the sent messages of profiles now and then, so that nobody who asks for figures waits for it. */
final class RetryCacheSizes implements Supplier<Duration> {

    static final Duration PAUSE = Duration.ofSeconds(10);

    private final RecentProfiles profiles;
    private final ToIntFunction<ProfileId> count;
    private final Consumer<Map<String, Integer>> told;

    RetryCacheSizes(RecentProfiles profiles, ToIntFunction<ProfileId> count, Consumer<Map<String, Integer>> told) {
        this.profiles = profiles;
        this.count = count;
        this.told = told;
    }

    /** Counts once; says when it is due again. */
    @Override
    public Duration get() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        try {
            for (ProfileId profile : profiles.all()) {
                sizes.put(profile.value(), count.applyAsInt(profile));
            }
        } catch (StorageUnavailableException e) {
            sizes.clear(); // unknown
        }
        told.accept(sizes);
        return PAUSE;
    }
}
