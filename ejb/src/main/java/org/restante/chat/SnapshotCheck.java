package org.restante.chat;

import org.jspecify.annotations.Nullable;

/** Takes what a snapshot holds and keeps nothing of it: for a reader that is to check only. */
final class SnapshotCheck implements SnapshotStore.Sink {

    @Override
    public void subscription(String thread) {}

    @Override
    public void dedupe(DedupeKey key) {}

    @Override
    public void thread(String id, byte[] state) {}

    @Override
    public void channel(String id, byte[] state) {}

    @Override
    public void lock(String key, @Nullable String handler, @Nullable StoredLock lock) {}

    @Override
    public void pending(StoredPending entry) {}
}
