package org.restante.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/**
 * How long handled keys are remembered, and where.
 *
 * @param adapter name of the adapter: {@value #JPA}, {@value #MEMORY} or that of an application's bean; when none is named,
 *     {@value #JPA} where entries are in the database and {@value #MEMORY} where they are not
 * @param limits of namespaces that have none of their own
 * @param ofNamespaces the limits of those that have
 */
public record DedupSettings(Optional<String> adapter, Limits limits, Map<String, Limits> ofNamespaces) {

    public static final String ADAPTER = "restante.dedup.adapter";

    /** The adapter that keeps claims in the database. */
    public static final String JPA = "jpa";

    /** The adapter that keeps claims while the process runs. */
    public static final String MEMORY = "memory";

    static final String NAMESPACES = "restante.dedup.namespaces";

    private static final String PREFIX = "restante.dedup.";
    private static final Limits DEFAULTS = new Limits(Duration.ofMinutes(1), Duration.ofHours(24));

    /**
     * How long.
     *
     * @param lease how long a claim is its claimer's
     * @param retention for how long a receipt is there
     */
    public record Limits(Duration lease, Duration retention) {}

    public DedupSettings {
        ofNamespaces = Map.copyOf(ofNamespaces);
    }

    static DedupSettings read(SettingsReader reader) {
        Limits limits = limits(reader, PREFIX, DEFAULTS);
        Map<String, Limits> ofNamespaces = new TreeMap<>();
        for (String name : reader.list(NAMESPACES)) {
            try {
                Namespace.requireName(name);
                ofNamespaces.put(name, limits(reader, NAMESPACES + "." + name + ".", limits));
            } catch (InvalidInputException e) {
                reader.problem(NAMESPACES, "holds '" + name + "': " + e.getMessage());
            }
        }
        return new DedupSettings(reader.stripped(ADAPTER), limits, ofNamespaces);
    }

    /** The name of the adapter, where entries are in the database or not. */
    public String adapter(boolean entriesInDatabase) {
        return adapter.orElse(entriesInDatabase ? JPA : MEMORY);
    }

    /** Those of one namespace. */
    public Limits limits(String namespace) {
        return ofNamespaces.getOrDefault(namespace, limits);
    }

    /** Those of all namespaces. */
    public Set<Duration> retentions() {
        return Stream.concat(Stream.of(limits), ofNamespaces.values().stream())
                .map(Limits::retention)
                .collect(Collectors.toSet());
    }

    private static Limits limits(SettingsReader reader, String prefix, Limits fallback) {
        return new Limits(
                reader.duration(prefix + "lease", fallback.lease, Duration.ofMillis(1), Duration.ofDays(1)),
                reader.duration(
                        prefix + "retention", fallback.retention, Duration.ofSeconds(1), Duration.ofDays(3650)));
    }
}
