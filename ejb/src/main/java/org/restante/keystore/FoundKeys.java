package org.restante.keystore;

import java.util.Map;
import org.restante.entry.Namespace;

/** The keys that were found, by type and id. Immutable. */
public final class FoundKeys {

    private final Map<String, Map<String, Object>> byType;

    FoundKeys(Map<String, Map<String, Object>> byType) {
        this.byType = byType;
    }

    /** Those of one type, by id, in the order in which they were asked for; empty where none was found or asked for. */
    @SuppressWarnings("unchecked") // decoded as this type when they were read
    public <V> Map<String, V> of(Namespace<V> type) {
        return (Map<String, V>) byType.getOrDefault(type.name(), Map.of());
    }

    /** How many there are; the keys themselves are secret. */
    @Override
    public String toString() {
        return "FoundKeys(" + byType.values().stream().mapToInt(Map::size).sum() + ")";
    }
}
