package org.restante.keystore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Batch;
import org.restante.storage.EntryValues;
import org.restante.storage.Lookup;

/** A running transaction: open until it writes what was changed, is sealed, or has taken too long. */
final class OpenTransaction implements KeyTransaction {

    private enum State {
        OPEN,
        WRITING,
        EXPIRED,
        SEALED
    }

    private final ProfileId profile;
    private final List<LockKey> held;
    private final long token;
    private final EntryValues values;
    private final KeyChanges changes;
    private final EntryReads reads;
    private final Thread owner = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    OpenTransaction(ProfileId profile, KeyStores stores, List<LockKey> held, long token) {
        this.profile = profile;
        this.held = held;
        this.token = token;
        this.values = stores.values();
        this.changes = new KeyChanges(profile, stores.adapter());
        this.reads = new EntryReads(profile, changes, values);
    }

    ProfileId profile() {
        return profile;
    }

    @Override
    public FoundKeys read(KeySelection wanted) {
        requireOpen();
        return reads.read(wanted);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> type, String id) {
        requireOpen();
        return reads.lookup(type, id);
    }

    @Override
    public <V> Optional<V> get(Namespace<V> type, String id) {
        requireOpen();
        return reads.get(type, id);
    }

    @Override
    public void set(Batch batch) {
        requireOpen();
        changes.add(KeyChanges.mutations(values, profile, batch));
    }

    @Override
    public void clear() {
        requireOpen();
        changes.clear();
    }

    @Override
    public <T, X extends Exception> T transaction(Collection<String> lockKeys, KeyWork<KeyTransaction, T, X> work)
            throws X {
        ProfileKeyStore.require(work);
        return join(LockKey.ordered(profile, lockKeys), work);
    }

    /** Runs work as part of this transaction. */
    <T, X extends Exception> T join(List<LockKey> locks, KeyWork<KeyTransaction, T, X> work) throws X {
        requireOpen();
        for (LockKey lock : locks) {
            if (!held.contains(lock)) {
                throw new LockNotHeldException(
                        "the lock " + lock + " is not held by the running transaction, which holds " + held
                                + ": name all locks when it begins");
            }
        }
        Runnable back = changes.mark();
        boolean done = false;
        try {
            T result = work.run(this);
            done = true;
            return result;
        } finally {
            if (!done) {
                back.run();
            }
        }
    }

    @Override
    public <T, X extends Exception> T readOnly(KeyWork<KeyReads, T, X> work) throws X {
        ProfileKeyStore.require(work);
        requireOpen();
        return work.run(this);
    }

    @Override
    public boolean inTransaction() {
        return state.get() == State.OPEN;
    }

    @Override
    public Set<String> lockKeys() {
        requireOpen();
        return held.stream().map(LockKey::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long fencingToken(String lockKey) {
        requireOpen();
        if (!held.contains(new LockKey(profile, lockKey))) {
            throw new InvalidInputException("lockKey", "must be one that is held, " + lockKeys());
        }
        return token;
    }

    /** Writes what was changed; from then on the transaction cannot expire any more. */
    void write() {
        if (state.compareAndSet(State.OPEN, State.WRITING)) {
            changes.write();
        }
    }

    /** Whether it was still open and is not any more. */
    boolean expire() {
        return state.compareAndSet(State.OPEN, State.EXPIRED);
    }

    boolean isExpired() {
        return state.get() == State.EXPIRED;
    }

    void seal() {
        state.set(State.SEALED);
    }

    private void requireOpen() {
        if (isExpired()) {
            throw new TransactionClosedException("the transaction took too long and was rolled back");
        }
        if (state.get() != State.OPEN) {
            throw new TransactionClosedException("the transaction has ended");
        }
        if (Thread.currentThread() != owner) {
            throw new TransactionClosedException("the transaction belongs to the thread " + owner.getName());
        }
    }
}
