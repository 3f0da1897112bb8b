package org.restante.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("C17")
class KeepParametersTest {

    @Test
    void whatIsNotGivenIsTheMost() {
        assertThat(KeepParameters.number("maxSize", null, 10_000)).isEqualTo(10_000);
        assertThat(KeepParameters.number("maxSize", "", 10_000)).isEqualTo(10_000);
        assertThat(KeepParameters.timeToLive(null)).isNull();
        assertThat(KeepParameters.timeToLive("")).isNull();
        assertThat(KeepParameters.flag("ifAbsent", null)).isFalse();
    }

    @Test
    void whatIsGivenIsTaken() {
        assertThat(KeepParameters.number("maxSize", "1", 10_000)).isEqualTo(1);
        assertThat(KeepParameters.number("maxSize", "10000", 10_000)).isEqualTo(10_000);
        assertThat(KeepParameters.timeToLive("PT0.25S")).isEqualTo(Duration.ofMillis(250));
        assertThat(KeepParameters.flag("ifAbsent", "true")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "x", "1.0", "99999999999", "+1", " 1"})
    void aNumberThatCannotBeIsNamed(String number) {
        assertThatThrownBy(() -> KeepParameters.number("maxSize", number, 10_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("maxSize must be from 1 to 10000");
    }

    @Test
    void aTimeToLiveIsCalledAsTheQueryCallsIt() {
        assertThatThrownBy(() -> KeepParameters.timeToLive("30")).hasMessageStartingWith("ttl must be a duration");
        assertThatThrownBy(() -> KeepParameters.kept(() -> {
                    throw new InvalidInputException("timeToLive", "must be positive");
                }))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ttl must be positive");
        assertThatThrownBy(() -> KeepParameters.kept(() -> {
                    throw new InvalidInputException("key", "must not be empty");
                }))
                .hasMessage("key must not be empty");
        assertThatThrownBy(() -> KeepParameters.flag("ifAbsent", "yes")).hasMessageStartingWith("ifAbsent ");
    }
}
