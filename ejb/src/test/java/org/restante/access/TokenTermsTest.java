package org.restante.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;
import org.restante.settings.Role;

class TokenTermsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "x\0"})
    void aNameIsOneLine(String name) {
        refuses("name", () -> new TokenTerms(name, Role.VIEWER, Set.of(), Set.of(), DAY));
    }

    @Test
    void aClientNeedsProfilesOrNamespacesAndNobodyElseHasAny() {
        refuses("profiles", () -> new TokenTerms("n", Role.CLIENT, Set.of(), Set.of(), DAY));
        refuses("profiles", () -> new TokenTerms("n", Role.VIEWER, Set.of("p"), Set.of(), DAY));
        refuses("profiles", () -> new TokenTerms("n", Role.OPERATOR, Set.of(), Set.of("n"), DAY));
    }

    @Test
    void namesAreThoseThatProfilesAndNamespacesCanHave() {
        refuses("profile", () -> new TokenTerms("n", Role.CLIENT, Set.of("x".repeat(65)), Set.of(), DAY));
        refuses("namespace", () -> new TokenTerms("n", Role.CLIENT, Set.of(), Set.of("x".repeat(65)), DAY));
        refuses("profiles", () -> new TokenTerms("n", Role.CLIENT, Set.of("a\nb"), Set.of(), DAY));
    }

    @Test
    void noTokenIsGoodForEver() {
        for (Duration validity : Set.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(367))) {
            refuses("validity", () -> new TokenTerms("n", Role.VIEWER, Set.of(), Set.of(), validity));
        }
    }

    private static void refuses(String field, Runnable terms) {
        assertThatThrownBy(terms::run).isInstanceOf(InvalidInputException.class).hasMessageStartingWith(field + " ");
    }
}
