package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryKey;
import org.restante.retry.StoredMessage;
import org.restante.retry.memory.MemoryRetryCacheAdapter;

/** An application's adapter of retry caches. */
@ApplicationScoped
@Named("my-retries")
public class OwnRetries implements RetryCacheAdapter {

    private final RetryCacheAdapter kept = new MemoryRetryCacheAdapter();

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        kept.put(key, message, retention);
    }

    @Override
    public @Nullable StoredMessage get(RetryKey key) {
        return kept.get(key);
    }

    @Override
    public int count(ProfileId profile, long oldest) {
        return kept.count(profile, oldest);
    }

    @Override
    public void remove(RetryKey key) {
        kept.remove(key);
    }

    @Override
    public void clear(ProfileId profile) {
        kept.clear(profile);
    }

    @Override
    public int attempt(Attempt attempt) {
        return kept.attempt(attempt);
    }

    @Override
    public void sweep(Oldest oldest, long now) {
        kept.sweep(oldest, now);
    }

    @Override
    public void close() {
        kept.close();
    }
}
