package org.restante.keystore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** Which keys are wanted, of any types. Collected by one thread. */
public final class KeySelection {

    private final Map<String, Wanted<?>> types = new LinkedHashMap<>();

    /**
     * Wants those keys of that type too.
     *
     * @throws InvalidInputException naming {@code type} or {@code id} when it breaks its limit, or when the type is wanted
     *     with values of another type already
     */
    public <V> KeySelection add(Namespace<V> type, Collection<String> ids) {
        KeyTypes.require(type);
        if (ids == null) {
            throw new InvalidInputException("ids", "must not be null");
        }
        ids.forEach(id -> EntryKey.requireKey("id", id));
        Wanted<?> known = types.get(type.name());
        if (known != null && !known.type.valueType().equals(type.valueType())) {
            throw new InvalidInputException("type", type + " is wanted as two types of values");
        }
        List<String> all = new ArrayList<>(known == null ? List.of() : known.ids);
        all.addAll(ids);
        types.put(type.name(), new Wanted<>(type, List.copyOf(all)));
        return this;
    }

    Collection<Wanted<?>> types() {
        return types.values();
    }

    /** Some keys of one type. */
    record Wanted<V>(Namespace<V> type, List<String> ids) {

        List<EntryKey> keys(ProfileId profile) {
            return ids.stream().map(id -> type.key(profile, id)).distinct().toList();
        }
    }
}
