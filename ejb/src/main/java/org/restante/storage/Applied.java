package org.restante.storage;

import java.util.Map;
import org.restante.entry.EntryKey;

/** What became of a list of mutations. */
public sealed interface Applied {

    /**
     * For those to whom a refusal is an error.
     *
     * @throws VersionConflictException naming the key at which they were refused
     */
    default void requireDone() {
        if (this instanceof Refused refused) {
            throw VersionConflictException.at(refused.key());
        }
    }

    /**
     * All of them were done.
     *
     * @param versions the new version of each key that was put
     */
    record Done(Map<EntryKey, Long> versions) implements Applied {}

    /** At that key something else was there than expected; none of them was done. */
    record Refused(EntryKey key) implements Applied {}
}
