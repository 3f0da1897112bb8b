package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;
import org.restante.web.idempotency.IdempotentRequests;

/**
 * Who calls, once the password was right.
 *
 * @param profiles the profiles of a client, {@code *} for all
 * @param namespaces the dedup namespaces of a client, {@code *} for all
 */
public record Caller(String name, Role role, Set<String> profiles, Set<String> namespaces) implements Principal {

    public Caller {
        profiles = Set.copyOf(profiles);
        namespaces = Set.copyOf(namespaces);
    }

    /** The caller of a request that went through {@link BasicAuthFilter}. */
    public static Caller of(HttpServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getUserPrincipal());
    }

    /** Whether this caller may know of that profile. */
    public boolean seesProfile(String profile) {
        return role != Role.CLIENT || profiles.contains(UserSettings.ALL) || profiles.contains(profile);
    }

    /**
     * Whether this caller may know of that dedup namespace; of the one that holds the answers to all callers, no client does.
     */
    public boolean seesNamespace(String namespace) {
        boolean given = namespaces.contains(UserSettings.ALL) || namespaces.contains(namespace);
        return role != Role.CLIENT || (given && !namespace.equals(IdempotentRequests.NAMESPACE));
    }

    @Override
    public String getName() {
        return name;
    }
}
