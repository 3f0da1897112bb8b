package org.restante.keystore;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.EntryReader;
import org.restante.storage.EntryValues;
import org.restante.storage.Lookup;
import org.restante.storage.StoredEntry;

/** Reads keys as values from whatever gives entries. */
final class EntryReads implements KeyReads {

    private final ProfileId profile;
    private final EntryReader reader;
    private final EntryValues values;

    EntryReads(ProfileId profile, EntryReader reader, EntryValues values) {
        this.profile = profile;
        this.reader = reader;
        this.values = values;
    }

    @Override
    public FoundKeys read(KeySelection wanted) {
        Collection<KeySelection.Wanted<?>> types = wanted.types();
        List<EntryKey> keys =
                types.stream().flatMap(type -> type.keys(profile).stream()).toList();
        Map<EntryKey, StoredEntry> stored = keys.isEmpty() ? Map.of() : reader.read(keys);
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        types.forEach(type -> found.put(type.type().name(), found(type, stored)));
        return new FoundKeys(found);
    }

    @Override
    public <V> Lookup<V> lookup(Namespace<V> type, String id) {
        EntryKey key = key(type, id);
        return values.lookup(type, key, stored(key));
    }

    @Override
    public <V> Optional<V> get(Namespace<V> type, String id) {
        EntryKey key = key(type, id);
        return values.value(type, key, stored(key));
    }

    private EntryKey key(Namespace<?> type, String id) {
        KeyTypes.require(type);
        EntryKey.requireKey("id", id);
        return type.key(profile, id);
    }

    private @Nullable StoredEntry stored(EntryKey key) {
        return reader.read(List.of(key)).get(key);
    }

    private <V> Map<String, Object> found(KeySelection.Wanted<V> wanted, Map<EntryKey, StoredEntry> stored) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (EntryKey key : wanted.keys(profile)) {
            values.value(wanted.type(), key, stored.get(key)).ifPresent(value -> found.put(key.key(), value));
        }
        return found;
    }
}
