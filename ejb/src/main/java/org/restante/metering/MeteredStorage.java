package org.restante.metering;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.restante.entry.Namespace;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.KeyPage;
import org.restante.storage.Lookup;
import org.restante.storage.PageRequest;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;

/** Entries of one profile, measured. */
record MeteredStorage(Storage storage, Timing timing) implements Storage {

    @Override
    public <V> Optional<V> get(Namespace<V> namespace, String key) {
        return timing.timed(
                Operation.STORAGE_GET, () -> storage.get(namespace, key), found -> Outcomes.found(found.isPresent()));
    }

    @Override
    public <V> V get(Namespace<V> namespace, String key, V fallback) {
        return get(namespace, key).orElse(fallback);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> namespace, String key) {
        return timing.timed(Operation.STORAGE_LOOKUP, () -> storage.lookup(namespace, key), Outcomes::of);
    }

    @Override
    public <V> Map<String, V> getAll(Namespace<V> namespace, Collection<String> keys) {
        return timing.timed(Operation.STORAGE_GET_ALL, () -> storage.getAll(namespace, keys), found -> Outcome.DONE);
    }

    @Override
    public <V> long put(Namespace<V> namespace, String key, V value) {
        return timing.timed(Operation.STORAGE_PUT, () -> storage.put(namespace, key, value), version -> Outcome.DONE);
    }

    @Override
    public <V> PutOutcome put(Namespace<V> namespace, String key, V value, Expected expected) {
        return timing.timed(
                Operation.STORAGE_PUT_EXPECTED, () -> storage.put(namespace, key, value, expected), Outcomes::of);
    }

    @Override
    public <V> void putAll(Namespace<V> namespace, Map<String, V> values) {
        timing.done(Operation.STORAGE_PUT_ALL, () -> storage.putAll(namespace, values));
    }

    @Override
    public void apply(Batch batch) {
        timing.done(Operation.STORAGE_APPLY, () -> storage.apply(batch));
    }

    @Override
    public void delete(Namespace<?> namespace, String key) {
        timing.done(Operation.STORAGE_DELETE, () -> storage.delete(namespace, key));
    }

    @Override
    public void clear() {
        timing.done(Operation.STORAGE_CLEAR, storage::clear);
    }

    @Override
    public KeyPage keys(Namespace<?> namespace, PageRequest page) {
        return timing.timed(Operation.STORAGE_KEYS, () -> storage.keys(namespace, page), keys -> Outcome.DONE);
    }
}
