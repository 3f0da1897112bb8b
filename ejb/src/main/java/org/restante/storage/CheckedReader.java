package org.restante.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;

/**
 * A snapshot of a store that has none: each read asks for everything read before as well, and is refused when that has
 * changed. So what was read was all there at the moment of the last read.
 */
final class CheckedReader implements EntryReader {

    private final EntryReader store;
    private final Set<EntryKey> asked = new HashSet<>();
    private final Map<EntryKey, StoredEntry> seen = new HashMap<>();

    CheckedReader(EntryReader store) {
        this.store = store;
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        Set<EntryKey> all = new HashSet<>(asked);
        all.addAll(keys);
        Map<EntryKey, StoredEntry> found = store.read(all);
        for (EntryKey key : asked) {
            if (version(found.get(key)) != version(seen.get(key))) {
                throw new MovedOnException();
            }
        }
        asked.addAll(keys);
        seen.putAll(found);
        found = new HashMap<>(found);
        found.keySet().retainAll(Set.copyOf(keys));
        return found;
    }

    private static long version(@Nullable StoredEntry entry) {
        return entry == null ? 0 : entry.version();
    }
}
