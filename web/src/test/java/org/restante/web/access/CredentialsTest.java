package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.restante.settings.HttpSettings;
import org.restante.settings.Role;
import org.restante.settings.UserSettings;
import org.restante.testing.Scenario;

@Scenario("W3")
class CredentialsTest {

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

    private Credentials credentials(@Nullable String operatorPassword) {
        UserSettings bob = new UserSettings("bob", "b", Role.CLIENT, Set.of("p1"), Set.of());
        return new Credentials(new HttpSettings(1, operatorPassword, List.of(bob)), generated::add);
    }
}
