package org.restante.retry.memory;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;

/** Keeps messages in the memory of this process. Thread-safe; reads wait for nobody. */
public final class MemoryRetryCacheAdapter implements RetryCacheAdapter {

    private final ConcurrentMap<ProfileId, ProfileMessages> profiles = new ConcurrentHashMap<>();
    private final ConcurrentMap<Attempts, Counter> attempts = new ConcurrentHashMap<>();

    private record Counter(int used, Instant until) {}

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        profiles.compute(key.profile(), (profile, known) -> {
            ProfileMessages messages = known == null ? new ProfileMessages() : known;
            messages.put(key.id(), message, retention);
            return messages.orNullWhenEmpty();
        });
    }

    @Override
    public @Nullable StoredMessage get(RetryKey key) {
        ProfileMessages messages = profiles.get(key.profile());
        return messages == null ? null : messages.get(key.id());
    }

    @Override
    public int count(ProfileId profile, long oldest) {
        ProfileMessages messages = profiles.get(profile);
        return messages == null ? 0 : messages.count(oldest);
    }

    @Override
    public void remove(RetryKey key) {
        profiles.computeIfPresent(key.profile(), (profile, messages) -> {
            messages.remove(key.id());
            return messages.orNullWhenEmpty();
        });
    }

    @Override
    public void clear(ProfileId profile) {
        profiles.remove(profile);
        attempts.keySet().removeIf(attempt -> attempt.message().profile().equals(profile));
    }

    @Override
    public int attempt(Attempts attempt, Instant now, Instant until) {
        return attempts.merge(
                        attempt,
                        new Counter(1, until),
                        (known, first) -> known.until().isAfter(now)
                                ? new Counter(Math.min(known.used() + 1, attempt.limit() + 1), known.until())
                                : first)
                .used();
    }

    @Override
    public void sweep(long oldest, Instant now) {
        profiles.keySet()
                .forEach(each -> profiles.computeIfPresent(each, (profile, messages) -> {
                    messages.drop(oldest);
                    return messages.orNullWhenEmpty();
                }));
        attempts.values().removeIf(counter -> !counter.until().isAfter(now));
    }

    /** How many profiles hold messages. */
    int profiles() {
        return profiles.size();
    }

    @Override
    public void close() {
        profiles.clear();
        attempts.clear();
    }
}
