package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;
import org.restante.web.idempotency.IdempotentRequests;

/**
 * Who calls, once a password, a session or a token has told.
 *
 * @param profiles the profiles of a client, {@code *} for all
 * @param namespaces the dedup namespaces of a client, {@code *} for all
 */
public record Caller(String name, Role role, Set<String> profiles, Set<String> namespaces) implements Principal {

    /** What the name of who comes with a token begins with; no configured user's has a colon. */
    static final String TOKEN = "token:";

    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        profiles = Set.copyOf(profiles);
        namespaces = Set.copyOf(namespaces);
    }

    /** The caller of a request that went through {@link AuthenticationFilter}. */
    public static Caller of(HttpServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    /** Notes the caller where it is found also by who was given the request before it had a caller. */
    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Whether the caller came with a bearer token. */
    boolean isToken() {
        return name.startsWith(TOKEN);
    }

    /** Whether this caller may make tokens: with a token nobody may, so that who revokes one has ended all that it was good for. */
    public boolean makesTokens() {
        return role == Role.OPERATOR && !isToken();
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
