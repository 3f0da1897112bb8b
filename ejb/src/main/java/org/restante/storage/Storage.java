package org.restante.storage;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/**
 * The durable entries of one profile. Thread-safe.
 *
 * <p>In the caller's JTA transaction, if there is one, changes are part of it; else each call commits by itself. Every
 * operation throws {@link InvalidInputException} for a name or value over its limit, before anything is done, and
 * {@link StorageUnavailableException} when the store cannot be reached. An entry that is there but unreadable is a miss
 * for {@code get} and {@code getAll}, or an {@link UnreadableEntryException} where the namespace is critical, and is
 * never removed for that.
 */
public interface Storage {

    /** The value, or empty when there is none. */
    <V> Optional<V> get(Namespace<V> namespace, String key);

    /** The value, or the fallback when there is none. */
    <V> V get(Namespace<V> namespace, String key, V fallback);

    /** Found with its version, absent, or unreadable with the reason; the last in critical namespaces too. */
    <V> Lookup<V> lookup(Namespace<V> namespace, String key);

    /** The values of those keys that are there; in a database, as of one moment, by one statement (H2: by one for each 65 536). */
    <V> Map<String, V> getAll(Namespace<V> namespace, Collection<String> keys);

    /**
     * Stores the value whole, over whatever was there.
     *
     * @return the version that the entry has now
     */
    <V> long put(Namespace<V> namespace, String key, V value);

    /**
     * Stores the value if what is there is as expected.
     *
     * @return written, or the conflict: then nothing was changed
     */
    <V> PutOutcome put(Namespace<V> namespace, String key, V value, Expected expected);

    /** Stores all values or none. */
    <V> void putAll(Namespace<V> namespace, Map<String, V> values);

    /**
     * Makes all changes of the batch or none, whatever their namespaces; readers see all or none of them. An empty batch
     * is fine.
     */
    void apply(Batch batch);

    /** Removes the entry; afterwards none is there, whether one was or not. */
    void delete(Namespace<?> namespace, String key);

    /** Removes every entry of this profile, in all namespaces. The profile is usable afterwards. */
    void clear();

    /**
     * A page of the namespace's keys. Following the pages gives each key that is there all the time exactly once, also
     * while others write.
     */
    KeyPage keys(Namespace<?> namespace, PageRequest page);
}
