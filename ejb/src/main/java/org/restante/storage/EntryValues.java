package org.restante.storage;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.codec.EntryCodec;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** From values to what adapters keep, and back; unreadable entries are told of here. Thread-safe. */
public final class EntryValues {

    private final EntryCodec codec;
    private final Consumer<UnreadableEntry> onUnreadable;

    /** @param onUnreadable is told of each entry that was found and could not be read */
    public EntryValues(EntryCodec codec, Consumer<UnreadableEntry> onUnreadable) {
        this.codec = codec;
        this.onUnreadable = onUnreadable;
    }

    /** What a stored entry is as a value of that namespace; null is one that is not there. */
    public <V> Lookup<V> lookup(Namespace<V> namespace, EntryKey key, @Nullable StoredEntry stored) {
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

    /**
     * The value of a stored entry, if there is one; null is an entry that is not there.
     *
     * @throws UnreadableEntryException when it cannot be read and the namespace is critical
     */
    public <V> Optional<V> value(Namespace<V> namespace, EntryKey key, @Nullable StoredEntry stored) {
        Lookup<V> lookup = lookup(namespace, key, stored);
        if (lookup instanceof Lookup.Found<V> found) {
            return Optional.of(found.value());
        }
        if (lookup instanceof Lookup.Unreadable<V> unreadable && namespace.isCritical()) {
            throw new UnreadableEntryException(key, unreadable.reason());
        }
        return Optional.empty();
    }

    /**
     * The put of a value.
     *
     * @throws InvalidInputException naming {@code value} when it is null, of another class than the namespace's, or cannot
     *     be encoded
     */
    public Mutation put(Namespace<?> namespace, EntryKey key, @Nullable Object value, Expected expected) {
        return new Mutation.Put(key, codec.encode(key, namespace.requireValue(value)), expected);
    }

    /**
     * The changes of a batch, at most one for each key.
     *
     * @throws InvalidInputException naming what of them breaks its limit
     */
    public List<Mutation> mutations(ProfileId profile, Batch batch) {
        return batch.changes().stream().map(change -> mutation(profile, change)).toList();
    }

    private Mutation mutation(ProfileId profile, Batch.Change change) {
        EntryKey key = change.namespace().key(profile, change.key());
        return change.value() == null
                ? new Mutation.Delete(key)
                : put(change.namespace(), key, change.value(), change.expected());
    }
}
