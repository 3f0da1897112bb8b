package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario("W3")
class WantedTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/overview", "/profile?name=m%C3%A4in&after=x", "/jakarta.faces.resource/a.css.xhtml"})
    void aPageHereIsRemembered(String path) {
        assertThat(Wanted.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "overview",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/../other",
                "/a/%2e%2E/b",
                "/a/..",
                "/a\r\nSet-Cookie: x",
                "/a#b",
                "/<script>",
                "/a;jsessionid=x",
            })
    void anythingElseLeadsToTheFirstPage(String path) {
        assertThat(Wanted.of(path).path()).isEqualTo("/");
    }

    @Test
    void whatIsTooLongIsNotRemembered() {
        assertThat(Wanted.of("/" + "x".repeat(2000)).path()).isEqualTo("/");
    }

    @Test
    void thePageIsAParameterOfTheLogin() {
        assertThat(Wanted.of("/a?b=c&d=e").login("/restante")).isEqualTo("/restante/login?wanted=%2Fa%3Fb%3Dc%26d%3De");
        assertThat(Wanted.of("/").login("/restante")).isEqualTo("/restante/login");
    }
}
