package org.restante.access;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;

/**
 * What a token is for.
 *
 * @param name by which people know it, at most {@value #MAX_NAME} characters
 * @param profiles the profiles of a client, {@code *} for all; of the others none
 * @param namespaces the dedup namespaces of a client, {@code *} for all; of the others none
 * @param validity how long it is good, a year at most
 */
public record TokenTerms(String name, Role role, Set<String> profiles, Set<String> namespaces, Duration validity) {

    public static final int MAX_NAME = 64;
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST_NAMES = 1000;

    /** @throws InvalidInputException naming what does not fit */
    public TokenTerms {
        profiles = Set.copyOf(profiles);
        namespaces = Set.copyOf(namespaces);
        EntryKey.requireKey("name", name);
        if (name.codePointCount(0, name.length()) > MAX_NAME || holdsControl(name)) {
            throw new InvalidInputException(
                    "name", "must have at most " + MAX_NAME + " characters, and no control characters");
        }
        check("profiles", profiles, ProfileId::new);
        check("namespaces", namespaces, Namespace::requireName);
        boolean limited = !profiles.isEmpty() || !namespaces.isEmpty();
        if (limited != (role == Role.CLIENT)) {
            throw new InvalidInputException(
                    "profiles", "and namespaces are for the role client, which needs one of them at least");
        }
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new InvalidInputException("validity", "must be positive and at most " + LONGEST);
        }
    }

    private static void check(String field, Set<String> names, Consumer<String> check) {
        if (names.size() > MOST_NAMES) {
            throw new InvalidInputException(field, "must be at most " + MOST_NAMES);
        }
        for (String name : names) {
            if (holdsControl(name)) {
                throw new InvalidInputException(field, "must hold no control characters");
            }
            if (!name.equals(UserSettings.ALL)) {
                check.accept(name);
            }
        }
    }

    private static boolean holdsControl(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
