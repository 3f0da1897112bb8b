package org.restante.settings;

import java.util.Set;

/**
 * A user as configured.
 *
 * @param profiles the profiles of a client, {@code *} for all
 * @param namespaces the dedup namespaces of a client, {@code *} for all
 */
public record UserSettings(String name, String password, Role role, Set<String> profiles, Set<String> namespaces) {

    /** Stands among the names for all there are. */
    public static final String ALL = "*";

    public UserSettings {
        profiles = Set.copyOf(profiles);
        namespaces = Set.copyOf(namespaces);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
