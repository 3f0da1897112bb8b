package org.restante.retry;

import org.jspecify.annotations.Nullable;
import org.restante.entry.ProfileId;

/** No adapter at all: everything comes from sources, and nothing can be put or counted. Thread-safe. */
public final class SourceOnly implements RetryCacheAdapter {

    @Override
    public void put(RetryKey key, StoredMessage message, Retention retention) {
        throw readOnly();
    }

    @Override
    public @Nullable StoredMessage get(RetryKey key) {
        return null;
    }

    @Override
    public int count(ProfileId profile, long oldest) {
        return 0;
    }

    @Override
    public void remove(RetryKey key) {
        throw readOnly();
    }

    @Override
    public void clear(ProfileId profile) {
        // there is nothing
    }

    @Override
    public int attempt(Attempt attempt) {
        throw readOnly();
    }

    @Override
    public void sweep(Oldest oldest, long now) {
        // there is nothing
    }

    @Override
    public void close() {
        // there is nothing
    }

    private static RetryCacheReadOnlyException readOnly() {
        return new RetryCacheReadOnlyException(
                "the retry cache has the adapter 'none': it reads from sources, and keeps and counts nothing");
    }
}
