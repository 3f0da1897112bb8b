package org.restante.web.token;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.access.TokenTerms;
import org.restante.entry.InvalidInputException;
import org.restante.settings.Role;

/** A token as it is asked for. */
public record TokenWanted(
        @Nullable String name,
        @Nullable String role,
        @Nullable Set<String> profiles,
        @Nullable Set<String> namespaces,
        @Nullable String validity,
        @Nullable String reason) {

    /**
     * What the token is to be for.
     *
     * @throws InvalidInputException naming what is missing or does not fit
     */
    public TokenTerms terms() {
        return new TokenTerms(required("name", name), readRole(), orNone(profiles), orNone(namespaces), readValidity());
    }

    /** Why; empty where that is not said. */
    public String why() {
        return reason == null ? "" : reason;
    }

    private Role readRole() {
        return Role.parse(required("role", role))
                .orElseThrow(() -> new InvalidInputException("role", "must be operator, client or viewer"));
    }

    private Duration readValidity() {
        try {
            return Duration.parse(required("validity", validity));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("validity", "must be an ISO-8601 duration, P30D for example");
        }
    }

    private static Set<String> orNone(@Nullable Set<String> names) {
        if (names == null) {
            return Set.of();
        }
        if (names.contains(null)) {
            throw new InvalidInputException("profiles", "and namespaces must hold texts");
        }
        return names;
    }

    private static String required(String field, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(field, "is missing");
        }
        return text;
    }
}
