package org.restante.chat.memory;

import org.jspecify.annotations.Nullable;
import org.restante.chat.ConversationKey;
import org.restante.chat.DedupeKey;
import org.restante.chat.SnapshotStore.Sink;
import org.restante.chat.StoredLock;
import org.restante.chat.StoredPending;
import org.restante.chat.ValueStore.Cell;
import org.restante.chat.ValueStore.Expiring;
import org.restante.chat.ValueStore.Kind;
import org.restante.entry.ProfileId;

/** Puts the content of a snapshot into the maps. For one thread, which has the monitor of the memory. */
final class MemoryRestore implements Sink {

    private static final byte[] NOTHING = {};

    private final MemoryValues values;
    private final MemoryDedupe dedupe;
    private final MemoryConversations conversations;
    private final ProfileId profile;
    private @Nullable ConversationKey last;

    MemoryRestore(Memory memory, Scope scope, ProfileId profile) {
        this.values = new MemoryValues(memory, scope.undoLog());
        this.dedupe = new MemoryDedupe(memory, scope.undoLog());
        this.conversations = new MemoryConversations(memory, scope);
        this.profile = profile;
    }

    @Override
    public void subscription(String thread) {
        put(Kind.SUBSCRIPTION, thread, NOTHING);
    }

    @Override
    public void dedupe(DedupeKey key) {
        dedupe.mark(profile, key, Integer.MAX_VALUE);
    }

    @Override
    public void thread(String id, byte[] state) {
        put(Kind.THREAD, id, state);
    }

    @Override
    public void channel(String id, byte[] state) {
        put(Kind.CHANNEL, id, state);
    }

    private void put(Kind kind, String id, byte[] bytes) {
        values.put(new Cell(profile, kind, id), new Expiring(bytes, null));
    }

    @Override
    public void lock(String key, @Nullable String handler, @Nullable StoredLock lock) {
        last = new ConversationKey(profile, key);
        if (handler != null) {
            conversations.restore(last, handler);
        }
        if (lock != null) {
            conversations.restore(last, lock);
        }
    }

    @Override
    public void pending(StoredPending entry) {
        if (last == null) {
            throw new IllegalStateException("an entry that waits for nothing");
        }
        conversations.restore(last, entry);
    }
}
