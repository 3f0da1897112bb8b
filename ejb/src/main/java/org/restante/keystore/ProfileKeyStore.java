package org.restante.keystore;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.Batch;
import org.restante.storage.Lookup;
import org.restante.storage.MovedOnException;
import org.restante.storage.Mutation;
import org.restante.transaction.TransientFailures;

/** The keys of one profile. Inside the work of one of its own transactions it hands everything to that one's handle. */
final class ProfileKeyStore implements KeyStore {

    private final ProfileId profile;
    private final KeyStores stores;
    private final EntryReads reads;

    ProfileKeyStore(ProfileId profile, KeyStores stores) {
        this.profile = profile;
        this.stores = stores;
        this.reads = new EntryReads(profile, stores.adapter(), stores.values());
    }

    @Override
    public FoundKeys read(KeySelection wanted) {
        OpenTransaction running = own();
        return running == null ? reads.read(wanted) : running.read(wanted);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> type, String id) {
        OpenTransaction running = own();
        return running == null ? reads.lookup(type, id) : running.lookup(type, id);
    }

    @Override
    public <V> Optional<V> get(Namespace<V> type, String id) {
        OpenTransaction running = own();
        return running == null ? reads.get(type, id) : running.get(type, id);
    }

    @Override
    public void set(Batch changes) {
        OpenTransaction running = own();
        if (running == null) {
            List<Mutation> mutations = KeyChanges.mutations(stores.values(), profile, changes);
            if (!mutations.isEmpty()) {
                changed(() -> stores.adapter().apply(mutations));
            }
        } else {
            running.set(changes);
        }
    }

    @Override
    public void clear() {
        OpenTransaction running = own();
        if (running == null) {
            changed(() -> stores.adapter().clear(profile, KeyTypes.OTHERS, List.of()));
        } else {
            running.clear();
        }
    }

    @Override
    public boolean inTransaction() {
        return own() != null;
    }

    @Override
    public <T, X extends Exception> T transaction(Collection<String> lockKeys, KeyWork<KeyTransaction, T, X> work)
            throws X {
        require(work);
        List<LockKey> locks = LockKey.ordered(profile, lockKeys);
        OpenTransaction running = stores.running();
        if (running != null) {
            return running.join(locks, work);
        }
        return WorkFailure.unwrapped(() -> {
            if (stores.locks().joins()) {
                return new Attempt<T>(stores, profile, locks).run(work);
            }
            return retried(locks, work);
        });
    }

    @Override
    public <T, X extends Exception> T readOnly(KeyWork<KeyReads, T, X> work) throws X {
        require(work);
        OpenTransaction running = own();
        if (running != null) {
            return work.run(running);
        }
        return WorkFailure.unwrapped(() -> stores.conduct()
                .retry()
                .run(
                        () -> stores.adapter().snapshot(profile, reader -> {
                            SnapshotReads snapshot =
                                    new SnapshotReads(new EntryReads(profile, reader, stores.values()));
                            try {
                                return WorkFailure.carrying(() -> work.run(snapshot));
                            } finally {
                                snapshot.close();
                            }
                        }),
                        failure -> WorkFailure.reason(failure) instanceof MovedOnException));
    }

    /** What a deadlock undid is done again, unless it is the caller's transaction that it has undone. */
    private void changed(Supplier<Applied> change) {
        Applied applied = stores.locks().joins()
                ? change.get()
                : stores.conduct().retry().run(change, TransientFailures::isRolledBack);
        applied.requireDone();
    }

    private <T> T retried(List<LockKey> locks, KeyWork<KeyTransaction, T, ?> work) {
        Attempt<T> attempt = new Attempt<>(stores, profile, locks);
        return stores.conduct().retry().run(() -> attempt.run(work), attempt::canBeRunAgain);
    }

    /** The transaction of this profile whose work the calling thread runs. */
    private @Nullable OpenTransaction own() {
        OpenTransaction running = stores.running();
        return running != null && running.profile().equals(profile) ? running : null;
    }

    static void require(@Nullable Object work) {
        if (work == null) {
            throw new InvalidInputException("work", "must not be null");
        }
    }
}
