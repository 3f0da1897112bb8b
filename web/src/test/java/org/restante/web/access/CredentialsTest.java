package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.restante.settings.HttpSettings;
import org.restante.settings.HttpSettings.Realm;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;
import org.restante.testing.Scenario;

@Scenario("W3")
class CredentialsTest {

    private static final String HASH_OF_GEHEIM = "$2y$10$.rD2C8G2QoH.mnyICeEh8.H6EAEU9dZ2M6CdPTuI9a/k3GU6IicQ6";

    private final List<String> generated = new ArrayList<>();

    @Test
    void onlyTheRightPasswordOfAKnownUserIsLetIn() {
        Credentials credentials = credentials("geheim-ü");

        assertThat(credentials.check("operator", "geheim-ü")).map(Caller::role).contains(Role.OPERATOR);
        assertThat(credentials.check("bob", "b")).map(Caller::profiles).contains(Set.of("p1"));
        assertThat(credentials.check("operator", "b")).isEmpty();
        assertThat(credentials.check("bob", "B")).isEmpty();
        assertThat(credentials.check("bob", "")).isEmpty();
        assertThat(credentials.check("nobody", "b")).isEmpty();
        assertThat(generated).isEmpty();
    }

    @Test
    void withoutAConfiguredPasswordOneIsMadeAndToldOnce() {
        Credentials credentials = credentials(null);

        assertThat(generated).singleElement().satisfies(password -> {
            assertThat(password.length()).isGreaterThanOrEqualTo(20);
            assertThat(credentials.check("operator", password)).isPresent();
        });
        assertThat(credentials.check("operator", "")).isEmpty();
    }

    @Test
    void everyStartMakesAnotherPassword() {
        credentials(null);
        credentials(null);

        assertThat(generated).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aPasswordMayBeHashedAsHtpasswdDoesIt() {
        for (String version : List.of("$2y$", "$2a$", "$2b$")) {
            String hash = version + HASH_OF_GEHEIM.substring(4);
            Credentials credentials = credentials(hash);

            assertThat(credentials.check("operator", "geheim")).isPresent();
            assertThat(credentials.check("operator", "geheim")).as("again").isPresent();
            assertThat(credentials.check("operator", "Geheim")).isEmpty();
            assertThat(credentials.check("operator", hash))
                    .as("the hash itself")
                    .isEmpty();
            assertThat(credentials.check("nobody", "geheim")).isEmpty();
        }
    }

    /** Relative to each other: bcrypt of cost 10 takes tens of milliseconds, everything else microseconds. */
    @Test
    void whosePasswordIsHashedIsNotToldByTheTimeOfARefusal() {
        Credentials credentials = credentials(HASH_OF_GEHEIM);
        long hashed = nanosOf(() -> credentials.check("operator", "wrong"));

        assertThat(nanosOf(() -> credentials.check("bob", "wrong"))).isGreaterThan(hashed / 4);
        assertThat(nanosOf(() -> credentials.check("nobody", "wrong"))).isGreaterThan(hashed / 4);
        credentials.check("operator", "geheim");
        assertThat(nanosOf(() -> credentials.check("operator", "geheim"))).isLessThan(hashed / 4);
    }

    private static long nanosOf(Runnable check) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            check.run();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    private Credentials credentials(@Nullable String operatorPassword) {
        UserSettings bob = new UserSettings("bob", "b", Role.CLIENT, Set.of("p1"), Set.of());
        return new Credentials(new HttpSettings(1, operatorPassword, List.of(bob), Realm.NONE), generated::add);
    }
}
