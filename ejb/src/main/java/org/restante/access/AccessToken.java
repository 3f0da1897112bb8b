package org.restante.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.settings.Role;

/**
 * A token as it is known: without the token itself.
 *
 * @param id by which it is revoked; no secret
 * @param usedAt when it was used last, give or take {@link #USE_NOTED_EVERY}; null when it never was
 */
public record AccessToken(
        String id,
        Holder holder,
        Origin origin,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** A use is noted unless one was noted that shortly before. */
    public static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /**
     * Who comes with it.
     *
     * @param profiles the profiles of a client, {@code *} for all
     * @param namespaces the dedup namespaces of a client, {@code *} for all
     */
    public record Holder(String name, Role role, Set<String> profiles, Set<String> namespaces) {
        public Holder {
            profiles = Set.copyOf(profiles);
            namespaces = Set.copyOf(namespaces);
        }
    }

    /**
     * Where it comes from.
     *
     * @param by the user who made it
     */
    public record Origin(String by, Instant at) {}

    /** Whether it is good at that time. */
    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether a use at that time is worth noting. */
    boolean isUseWorthNoting(Instant now) {
        return usedAt == null || !now.isBefore(usedAt.plus(USE_NOTED_EVERY));
    }
}
