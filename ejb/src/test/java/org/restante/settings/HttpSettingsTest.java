package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

@Scenario("W3")
class HttpSettingsTest {

    @Test
    void everythingHasADefaultButThePassword() {
        SettingsReader reader = reader(Map.of());
        HttpSettings settings = HttpSettings.read(reader);

        assertThat(settings.maxBody()).isEqualTo(16_777_216);
        assertThat(settings.operatorPassword()).isNull();
        assertThat(settings.users()).isEmpty();
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void readsUsersWithTheirRolesAndProfiles() {
        SettingsReader reader = reader(Map.of(
                "restante.users", "gate, eve",
                "restante.users.gate.password", "g:1",
                "restante.users.gate.role", "client",
                "restante.users.gate.profiles", "p1, p2",
                "restante.users.gate.namespaces", "*",
                "restante.users.eve.password", "e",
                "restante.users.eve.role", "viewer"));

        assertThat(HttpSettings.read(reader).users())
                .containsExactly(
                        new UserSettings("gate", "g:1", Role.CLIENT, Set.of("p1", "p2"), Set.of("*")),
                        new UserSettings("eve", "e", Role.VIEWER, Set.of(), Set.of()));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void everyProblemIsToldAndNoPasswordWithIt() {
        SettingsReader reader = reader(Map.of(
                "restante.http.max-body", "0",
                "restante.users", "operator,a:b,gate,gate,eve,tim",
                "restante.users.gate.password", "secret",
                "restante.users.gate.role", "client",
                "restante.users.eve.password", "secret",
                "restante.users.eve.role", "boss",
                "restante.users.tim.role", "client",
                "restante.users.tim.profiles", "..,ok"));

        assertThat(HttpSettings.read(reader).maxBody()).isEqualTo(16_777_216);
        assertThat(reader.problems())
                .hasSize(8)
                .anyMatch(problem -> problem.startsWith("restante.http.max-body must be"))
                .anyMatch(problem -> problem.contains("must not name operator"))
                .anyMatch(problem -> problem.contains("must not name 'a:b'"))
                .anyMatch(problem -> problem.contains("names 'gate' twice"))
                .anyMatch(problem -> problem.startsWith("restante.users.gate.profiles is missing"))
                .anyMatch(problem -> problem.startsWith("restante.users.eve.role must be one of"))
                .anyMatch(problem -> problem.startsWith("restante.users.tim.password is missing"))
                .anyMatch(problem -> problem.startsWith("restante.users.tim.profiles holds '..'"))
                .noneMatch(problem -> problem.contains("secret"));
    }

    @Test
    void passwordsAreNotPrinted() {
        HttpSettings settings = HttpSettings.read(reader(Map.of(
                "restante.operator.password", "secret",
                "restante.users", "eve",
                "restante.users.eve.password", "secret",
                "restante.users.eve.role", "viewer")));

        assertThat(settings.toString()).contains("eve").doesNotContain("secret");
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
