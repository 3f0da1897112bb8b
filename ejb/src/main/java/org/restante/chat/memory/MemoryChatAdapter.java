package org.restante.chat.memory;

import java.time.Instant;
import java.util.function.Function;
import org.restante.chat.ChatAdapter;
import org.restante.chat.DedupeStore;
import org.restante.chat.LockStore;
import org.restante.chat.SeriesStore;
import org.restante.chat.SnapshotStore;
import org.restante.chat.TurnStore;
import org.restante.chat.ValueStore;
import org.restante.entry.ProfileId;
import org.restante.transaction.Transactions;

/** Keeps the state of conversations in the memory of this process. Thread-safe. */
public final class MemoryChatAdapter implements ChatAdapter {

    /** Knows of no transactions: a rollback undoes nothing. */
    public MemoryChatAdapter() {}

    /** A rollback of the caller's transaction undoes what was done in it. */
    public MemoryChatAdapter(Transactions transactions) {
        transactions.active();
    }

    @Override
    public ValueStore values() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DedupeStore dedupe() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeriesStore series() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LockStore locks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public TurnStore turns() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SnapshotStore snapshots() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear(ProfileId profile) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int sweep(Instant before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T atomically(Function<ChatAdapter, T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChatAdapter independent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // nothing yet
    }
}
