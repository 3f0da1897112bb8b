package org.restante.retry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.restante.codec.EntryCodec;
import org.restante.entry.ProfileId;
import org.restante.storage.Storage;
import org.restante.storage.UnreadableEntry;

/** The retry caches of all profiles over one adapter. Thread-safe. */
public final class RetryCaches {

    private final RetryCacheAdapter adapter;
    private final RetryCodec codec;
    private final Sources sources;
    private final Conduct conduct;

    /** @param onUnreadable is told of each message that was found and could not be read */
    public RetryCaches(
            RetryCacheAdapter adapter, EntryCodec codec, Consumer<UnreadableEntry> onUnreadable, Conduct conduct) {
        this.adapter = adapter;
        this.codec = new RetryCodec(codec, onUnreadable);
        this.sources = new Sources(conduct.sources());
        this.conduct = conduct;
    }

    /**
     * How messages are kept.
     *
     * @param limits of each profile
     * @param caps what is refused or counted out, for all profiles
     * @param sources asked in their order for what the cache has not
     * @param clock which all nodes share
     */
    public record Conduct(
            Function<ProfileId, RetryLimits> limits, Caps caps, List<RetrySource> sources, InstantSource clock) {

        public Conduct {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What is refused or counted out.
     *
     * @param message how many bytes a message has at most
     * @param attempts how often one requester gets one message
     */
    public record Caps(int message, int attempts) {}

    /**
     * The cache of one profile; costs nothing, also for a profile never seen before.
     *
     * @param storage the entries of that profile, among them its address mappings
     */
    public RetryCache of(ProfileId profile, Storage storage) {
        return new ProfileRetryCache(profile, this, new Recipients(storage));
    }

    /** The budget of one profile. */
    public RetryBudget budget(ProfileId profile) {
        return new ProfileRetryBudget(profile, this);
    }

    /**
     * Drops what has expired of profiles to which nothing is put any more.
     *
     * @param ofProfiles the times to live of those that have one of their own
     */
    public void sweep(Map<ProfileId, Duration> ofProfiles, Duration ofOthers) {
        long now = now();
        Map<ProfileId, Long> oldest = new HashMap<>();
        ofProfiles.forEach((profile, timeToLive) -> oldest.put(profile, now - timeToLive.toMillis()));
        adapter.sweep(new RetryCacheAdapter.Oldest(oldest, now - ofOthers.toMillis()), now);
    }

    RetryCacheAdapter adapter() {
        return adapter;
    }

    RetryCodec codec() {
        return codec;
    }

    Sources sources() {
        return sources;
    }

    Caps caps() {
        return conduct.caps();
    }

    RetryLimits limits(ProfileId profile) {
        return conduct.limits().apply(profile);
    }

    /** Milliseconds since 1970. */
    long now() {
        return conduct.clock().instant().toEpochMilli();
    }
}
