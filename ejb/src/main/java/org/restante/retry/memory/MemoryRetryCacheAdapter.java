package org.restante.retry.memory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;

/** Keeps messages in the memory of this process. Thread-safe; reads wait for nobody. */
public final class MemoryRetryCacheAdapter implements RetryCacheAdapter {

    private final ConcurrentMap<ProfileId, ProfileMessages> profiles = new ConcurrentHashMap<>();

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        change(key.profile(), messages -> messages.put(key.id(), message, retention));
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
    }

    @Override
    public int attempt(Attempt attempt) {
        int[] which = new int[1];
        change(attempt.message().profile(), messages -> which[0] = messages.attempt(attempt));
        return which[0];
    }

    @Override
    public void sweep(Oldest oldest, long now) {
        profiles.keySet()
                .forEach(each -> profiles.computeIfPresent(each, (profile, messages) -> {
                    messages.drop(oldest.of(profile), now);
                    return messages.orNullWhenEmpty();
                }));
    }

    private void change(ProfileId id, Consumer<ProfileMessages> action) {
        profiles.compute(id, (profile, known) -> {
            ProfileMessages messages = known == null ? new ProfileMessages() : known;
            action.accept(messages);
            return messages.orNullWhenEmpty();
        });
    }

    /** How many profiles hold messages. */
    int profiles() {
        return profiles.size();
    }

    @Override
    public void close() {
        profiles.clear();
    }
}
