package org.restante.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.codec.EntryCodec;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** Storage over any adapter: names are checked, values encoded and unreadable entries told of here, once for all adapters. */
public final class AdapterStorage implements Storage {

    private final ProfileId profile;
    private final StorageAdapter adapter;
    private final EntryCodec codec;
    private final Consumer<UnreadableEntry> onUnreadable;

    /** @param onUnreadable is told of each entry that was found and could not be read */
    public AdapterStorage(
            ProfileId profile, StorageAdapter adapter, EntryCodec codec, Consumer<UnreadableEntry> onUnreadable) {
        this.profile = profile;
        this.adapter = adapter;
        this.codec = codec;
        this.onUnreadable = onUnreadable;
    }

    @Override
    public <V> Optional<V> get(Namespace<V> namespace, String key) {
        return value(namespace, namespace.key(profile, key), lookup(namespace, key));
    }

    @Override
    public <V> V get(Namespace<V> namespace, String key, V fallback) {
        return get(namespace, key).orElse(fallback);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> namespace, String key) {
        EntryKey entryKey = namespace.key(profile, key);
        return decode(namespace, entryKey, adapter.read(List.of(entryKey)).get(entryKey));
    }

    @Override
    public <V> Map<String, V> getAll(Namespace<V> namespace, Collection<String> keys) {
        List<EntryKey> entryKeys =
                keys.stream().map(key -> namespace.key(profile, key)).distinct().toList();
        if (entryKeys.isEmpty()) {
            return Map.of();
        }
        Map<EntryKey, StoredEntry> stored = adapter.read(entryKeys);
        Map<String, V> values = new LinkedHashMap<>();
        for (EntryKey key : entryKeys) {
            value(namespace, key, decode(namespace, key, stored.get(key)))
                    .ifPresent(value -> values.put(key.key(), value));
        }
        return values;
    }

    @Override
    public <V> long put(Namespace<V> namespace, String key, V value) {
        EntryKey entryKey = namespace.key(profile, key);
        Applied applied = adapter.apply(List.of(encode(entryKey, value, Expected.anything())));
        if (applied instanceof Applied.Done done) {
            return version(done, entryKey);
        }
        throw new IllegalStateException("the storage adapter '" + adapter.name() + "' refused an unconditional put");
    }

    @Override
    public <V> PutOutcome put(Namespace<V> namespace, String key, V value, Expected expected) {
        EntryKey entryKey = namespace.key(profile, key);
        Applied applied = adapter.apply(List.of(encode(entryKey, value, expected)));
        if (applied instanceof Applied.Done done) {
            return new PutOutcome.Written(version(done, entryKey));
        }
        StoredEntry actual = adapter.read(List.of(entryKey)).get(entryKey);
        return new PutOutcome.Conflict(actual == null ? OptionalLong.empty() : OptionalLong.of(actual.version()));
    }

    @Override
    public <V> void putAll(Namespace<V> namespace, Map<String, V> values) {
        List<Mutation> puts = values.entrySet().stream()
                .map(entry -> encode(namespace.key(profile, entry.getKey()), entry.getValue(), Expected.anything()))
                .toList();
        if (!puts.isEmpty()) {
            adapter.apply(puts);
        }
    }

    @Override
    public void apply(Batch batch) {
        List<Mutation> mutations = batch.changes().stream().map(this::mutation).toList();
        if (!mutations.isEmpty()) {
            adapter.apply(mutations);
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

    private Mutation mutation(Batch.Change change) {
        EntryKey key = change.namespace().key(profile, change.key());
        return change.value() == null ? new Mutation.Delete(key) : encode(key, change.value(), Expected.anything());
    }

    private Mutation encode(EntryKey key, @Nullable Object value, Expected expected) {
        if (value == null) {
            throw new InvalidInputException("value", "must not be null");
        }
        return new Mutation.Put(key, codec.encode(key, value), expected);
    }

    private <V> Lookup<V> decode(Namespace<V> namespace, EntryKey key, @Nullable StoredEntry stored) {
        if (stored == null) {
            return new Lookup.Absent<>();
        }
        try {
            V value = codec.decode(key, namespace, stored.envelope());
            return new Lookup.Found<>(value, stored.version(), stored.updatedAt());
        } catch (UnreadableValueException e) {
            String reason = Objects.requireNonNull(e.getMessage());
            onUnreadable.accept(new UnreadableEntry(key, reason));
            return new Lookup.Unreadable<>(reason, stored.version());
        }
    }

    private <V> Optional<V> value(Namespace<V> namespace, EntryKey key, Lookup<V> lookup) {
        if (lookup instanceof Lookup.Found<V> found) {
            return Optional.of(found.value());
        }
        if (lookup instanceof Lookup.Unreadable<V> unreadable && namespace.isCritical()) {
            throw new UnreadableEntryException(key, unreadable.reason());
        }
        return Optional.empty();
    }

    private static long version(Applied.Done done, EntryKey key) {
        return Objects.requireNonNull(done.versions().get(key));
    }
}
