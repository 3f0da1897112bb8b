package org.restante.storage;

import java.time.Instant;

/**
 * The three outcomes of looking for an entry.
 *
 * @param <V> the type of the value
 */
public sealed interface Lookup<V> {

    /**
     * The entry is there and readable.
     *
     * @param version changes with every put of the key, also over a delete
     * @param updatedAt when it was put
     */
    record Found<V>(V value, long version, Instant updatedAt) implements Lookup<V> {

        /** Without the value, which may be a secret. */
        @Override
        public String toString() {
            return "Found(version " + version + ")";
        }
    }

    /** No entry is there. */
    record Absent<V>() implements Lookup<V> {}

    /** Bytes are there that give no value; they stay until somebody overwrites or deletes the entry. */
    record Unreadable<V>(String reason, long version) implements Lookup<V> {}
}
