package org.restante.metering;

import java.util.Collection;
import java.util.Optional;
import org.restante.entry.Namespace;
import org.restante.keystore.FoundKeys;
import org.restante.keystore.KeyReads;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransaction;
import org.restante.keystore.KeyWork;
import org.restante.storage.Batch;
import org.restante.storage.Lookup;

/** Keys of one profile, measured. A transaction is one operation, from the wait for its locks to its commit. */
record MeteredKeyStore(KeyStore keys, Timing timing) implements KeyStore {

    @Override
    public FoundKeys read(KeySelection wanted) {
        return timing.timed(Operation.KEYSTORE_READ, () -> keys.read(wanted), found -> Outcome.DONE);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> type, String id) {
        return timing.timed(Operation.KEYSTORE_LOOKUP, () -> keys.lookup(type, id), Outcomes::of);
    }

    @Override
    public <V> Optional<V> get(Namespace<V> type, String id) {
        return timing.timed(
                Operation.KEYSTORE_GET, () -> keys.get(type, id), found -> Outcomes.found(found.isPresent()));
    }

    @Override
    public void set(Batch changes) {
        timing.done(Operation.KEYSTORE_SET, () -> keys.set(changes));
    }

    @Override
    public <T, X extends Exception> T transaction(Collection<String> lockKeys, KeyWork<KeyTransaction, T, X> work)
            throws X {
        Timing.Work<T, X> transaction = () -> keys.transaction(lockKeys, work);
        return timing.timed(Operation.KEYSTORE_TRANSACTION, transaction, result -> Outcome.DONE);
    }

    @Override
    public <T, X extends Exception> T readOnly(KeyWork<KeyReads, T, X> work) throws X {
        Timing.Work<T, X> transaction = () -> keys.readOnly(work);
        return timing.timed(Operation.KEYSTORE_READ_ONLY, transaction, result -> Outcome.DONE);
    }

    @Override
    public boolean inTransaction() {
        return keys.inTransaction();
    }

    @Override
    public void clear() {
        timing.done(Operation.KEYSTORE_CLEAR, keys::clear);
    }
}
