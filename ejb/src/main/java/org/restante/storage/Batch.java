package org.restante.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/**
 * Changes in any namespaces of one profile that are one change: see {@link Storage#apply}. What is said last of an entry
 * counts. Collected by one thread.
 */
public final class Batch {

    private final Map<Address, Change> changes = new LinkedHashMap<>();

    /**
     * The entry will hold that value, whole.
     *
     * @throws InvalidInputException naming {@code value} when it is null
     */
    public <V> Batch put(Namespace<V> namespace, String key, V value) {
        return put(namespace, key, value, Expected.anything());
    }

    /**
     * The same, if what is there is as expected; if it is not, no change of the batch is made.
     *
     * @throws InvalidInputException naming {@code value} when it is null
     */
    public <V> Batch put(Namespace<V> namespace, String key, V value, Expected expected) {
        if (value == null) {
            throw new InvalidInputException("value", "must not be null");
        }
        return add(new Change(namespace, key, value, expected));
    }

    /** The entry will not be there, whether it was or not. */
    public Batch delete(Namespace<?> namespace, String key) {
        return add(new Change(namespace, key, null, Expected.anything()));
    }

    /** How many entries it is about. */
    public int size() {
        return changes.size();
    }

    /** The namespaces of the entries that it is about. */
    public List<Namespace<?>> namespaces() {
        return changes.values().stream().<Namespace<?>>map(Change::namespace).toList();
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    private Batch add(Change change) {
        changes.put(new Address(change.namespace().name(), change.key()), change);
        return this;
    }

    private record Address(String namespace, String key) {}

    /** @param value null to delete */
    record Change(
            Namespace<?> namespace, String key, @Nullable Object value, Expected expected) {}
}
