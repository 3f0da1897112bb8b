package org.restante.chat.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.chat.DedupeKey;
import org.restante.chat.SnapshotStore.Sink;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;

/** What a sink was told, to be told to another one later. For one thread. */
final class Notes implements Sink {

    private final List<Consumer<Sink>> told = new ArrayList<>();

    /** Tells it all. */
    void tell(Sink sink) {
        told.forEach(one -> one.accept(sink));
    }

    @Override
    public void subscription(String thread) {
        told.add(sink -> sink.subscription(thread));
    }

    @Override
    public void dedupe(DedupeKey key) {
        told.add(sink -> sink.dedupe(key));
    }

    @Override
    public void thread(String id, byte[] state) {
        told.add(sink -> sink.thread(id, state));
    }

    @Override
    public void channel(String id, byte[] state) {
        told.add(sink -> sink.channel(id, state));
    }

    @Override
    public void lock(String key, @Nullable String handler, @Nullable StoredLock lock) {
        told.add(sink -> sink.lock(key, handler, lock));
    }

    @Override
    public void pending(StoredPending entry) {
        told.add(sink -> sink.pending(entry));
    }
}
