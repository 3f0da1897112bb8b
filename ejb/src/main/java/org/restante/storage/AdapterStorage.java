package org.restante.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** Storage over any adapter: names are checked, values encoded and unreadable entries told of here, once for all adapters. */
public final class AdapterStorage implements Storage {

    private final ProfileId profile;
    private final StorageAdapter adapter;
    private final EntryValues values;

    public AdapterStorage(ProfileId profile, StorageAdapter adapter, EntryValues values) {
        this.profile = profile;
        this.adapter = adapter;
        this.values = values;
    }

    @Override
    public <V> Optional<V> get(Namespace<V> namespace, String key) {
        EntryKey entryKey = namespace.key(profile, key);
        return values.value(namespace, entryKey, read(entryKey));
    }

    @Override
    public <V> V get(Namespace<V> namespace, String key, V fallback) {
        return get(namespace, key).orElse(fallback);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> namespace, String key) {
        EntryKey entryKey = namespace.key(profile, key);
        return values.lookup(namespace, entryKey, read(entryKey));
    }

    @Override
    public <V> Map<String, V> getAll(Namespace<V> namespace, Collection<String> keys) {
        List<EntryKey> entryKeys =
                keys.stream().map(key -> namespace.key(profile, key)).distinct().toList();
        if (entryKeys.isEmpty()) {
            return Map.of();
        }
        Map<EntryKey, StoredEntry> stored = adapter.read(entryKeys);
        Map<String, V> found = new LinkedHashMap<>();
        for (EntryKey key : entryKeys) {
            values.value(namespace, key, stored.get(key)).ifPresent(value -> found.put(key.key(), value));
        }
        return found;
    }

    @Override
    public <V> long put(Namespace<V> namespace, String key, V value) {
        EntryKey entryKey = namespace.key(profile, key);
        Applied applied = adapter.apply(List.of(values.put(namespace, entryKey, value, Expected.anything())));
        if (applied instanceof Applied.Done done) {
            return version(done, entryKey);
        }
        throw new IllegalStateException("the storage adapter '" + adapter.name() + "' refused an unconditional put");
    }

    @Override
    public <V> PutOutcome put(Namespace<V> namespace, String key, V value, Expected expected) {
        EntryKey entryKey = namespace.key(profile, key);
        Applied applied = adapter.apply(List.of(values.put(namespace, entryKey, value, expected)));
        if (applied instanceof Applied.Done done) {
            return new PutOutcome.Written(version(done, entryKey));
        }
        StoredEntry actual = read(entryKey);
        return new PutOutcome.Conflict(actual == null ? OptionalLong.empty() : OptionalLong.of(actual.version()));
    }

    @Override
    public <V> void putAll(Namespace<V> namespace, Map<String, V> entries) {
        List<Mutation> puts = entries.entrySet().stream()
                .map(entry -> values.put(
                        namespace, namespace.key(profile, entry.getKey()), entry.getValue(), Expected.anything()))
                .toList();
        if (!puts.isEmpty()) {
            adapter.apply(puts);
        }
    }

    @Override
    public void apply(Batch batch) {
        List<Mutation> mutations = values.mutations(profile, batch);
        if (!mutations.isEmpty()) {
            adapter.apply(mutations).requireDone();
        }
    }

    @Override
    public void delete(Namespace<?> namespace, String key) {
        adapter.apply(List.of(new Mutation.Delete(namespace.key(profile, key))));
    }

    @Override
    public void clear() {
        adapter.clear(profile);
    }

    @Override
    public KeyPage keys(Namespace<?> namespace, PageRequest page) {
        if (page.after() != null) {
            EntryKey.requireKey("after", page.after());
        }
        return adapter.keys(profile, namespace.name(), page);
    }

    private @Nullable StoredEntry read(EntryKey key) {
        return adapter.read(List.of(key)).get(key);
    }

    private static long version(Applied.Done done, EntryKey key) {
        return Objects.requireNonNull(done.versions().get(key));
    }
}
