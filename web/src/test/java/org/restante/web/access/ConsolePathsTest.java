package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario("W3")
class ConsolePathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/api", "/api/", "/api/profiles", "/api;x/profiles", "/metrics", "/health/ready", "/openapi.yaml"
            })
    void whatIsForProgramsIsOpenedByNoSession(String path) {
        assertThat(ConsolePaths.isOperational(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/overview", "/apiary", "/login", "/jakarta.faces.resource/api"})
    void theRestIsTheConsole(String path) {
        assertThat(ConsolePaths.isOperational(path)).isFalse();
    }
}
