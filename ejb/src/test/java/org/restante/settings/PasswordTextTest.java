package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario("W3")
class PasswordTextTest {

    private static final String REST = "./" + "aA0".repeat(17);

    private final SettingsReader reader = new SettingsReader(Optional::of); // each name is its own text

    @ParameterizedTest
    @ValueSource(strings = {"$2y$10$", "$2a$08$", "$2b$15$"})
    void aHashIsKnownByItsForm(String begin) {
        assertThat(PasswordText.read(reader, " " + begin + REST + " ")).contains(begin + REST);
        assertThat(PasswordText.isHash(begin + REST)).isTrue();
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", " with spaces ", "$1$", "2y$10$"})
    void anythingElseIsThePasswordItselfWithItsSpaces(String password) {
        assertThat(PasswordText.read(reader, password)).contains(password);
        assertThat(PasswordText.isHash(password)).isFalse();
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2y$10$abc", "$2x$10$", "$2$"})
    void aHashThatWasCutIsAProblemRatherThanAPassword(String begin) {
        PasswordText.read(reader, begin);

        assertThat(reader.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("begins as a bcrypt hash"));
    }

    @Test
    void aHashThatIsGuessedTooFastOrTakesTooLongIsAProblem() {
        PasswordText.read(reader, "$2y$05$" + REST);
        PasswordText.read(reader, "$2y$20$" + REST);

        assertThat(reader.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("cost from 8 to 15"));
    }
}
