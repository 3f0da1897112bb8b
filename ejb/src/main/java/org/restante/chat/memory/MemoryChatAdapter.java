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

/**
 * Keeps the state of conversations in the memory of this process. What is done in a transaction is seen by others before it
 * commits; where it knows of transactions a rollback undoes it. Thread-safe.
 */
public final class MemoryChatAdapter implements ChatAdapter {

    private final Memory memory;
    private final Scope scope;

    /** Knows of no transactions: a rollback undoes nothing. */
    public MemoryChatAdapter() {
        this(Memory.empty(), Scope.plain());
    }

    /** A rollback of the caller's transaction undoes what was done in it. */
    public MemoryChatAdapter(Transactions transactions) {
        this(Memory.empty(), Scope.of(transactions));
    }

    private MemoryChatAdapter(Memory memory, Scope scope) {
        this.memory = memory;
        this.scope = scope;
    }

    @Override
    public ValueStore values() {
        return cells();
    }

    @Override
    public DedupeStore dedupe() {
        return windows();
    }

    @Override
    public SeriesStore series() {
        return lists();
    }

    @Override
    public LockStore locks() {
        return conversations();
    }

    @Override
    public TurnStore turns() {
        return new MemoryTurns(memory, scope);
    }

    @Override
    public SnapshotStore snapshots() {
        return new MemorySnapshots(memory, scope);
    }

    @Override
    public void clear(ProfileId profile) {
        synchronized (memory) {
            conversations().clear(profile);
            windows().clear(profile);
            lists().clear(profile);
            cells().deleteAll(cell -> cell.profile().equals(profile));
        }
    }

    @Override
    public int sweep(Instant before, int most) {
        int values = cells().sweep(before, most);
        int lists = lists().sweep(before, most);
        int locks = conversations().sweep(before, most);
        return Math.max(values, Math.max(lists, locks));
    }

    private MemoryValues cells() {
        return new MemoryValues(memory, scope.undoLog());
    }

    private MemoryDedupe windows() {
        return new MemoryDedupe(memory, scope.undoLog());
    }

    private MemorySeries lists() {
        return new MemorySeries(memory, scope.undoLog());
    }

    private MemoryConversations conversations() {
        return new MemoryConversations(memory, scope);
    }

    @Override
    public <T> T atomically(Function<ChatAdapter, T> work) {
        return scope.together(joined -> work.apply(new MemoryChatAdapter(memory, joined)));
    }

    @Override
    public ChatAdapter independent() {
        return new MemoryChatAdapter(memory, scope.independent());
    }

    /** How many values, lists, queues, keys and locks are held, over or not. */
    int size() {
        synchronized (memory) {
            return memory.windows().size()
                    + memory.values().size()
                    + memory.series().size()
                    + memory.conversations().size();
        }
    }

    @Override
    public void close() {
        synchronized (memory) {
            memory.values().clear();
            memory.windows().clear();
            memory.series().clear();
            memory.conversations().clear();
        }
    }
}
