package org.restante.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;

class ReasonTest {

    private final Reason reason = new Reason();

    @Test
    void itIsALineWithoutTheSpacesAroundIt() {
        reason.setText(" Gerät hängt ");
        assertThat(reason.required()).isEqualTo("Gerät hängt");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "a\nb", "a\u0000b", "\u0085x"})
    void whatIsNoLineIsRefused(String text) {
        reason.setText(text);
        assertThatThrownBy(reason::required)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("reason ");
    }

    @Test
    void aLongOneIsRefusedWithTheLimit() {
        reason.setText("x".repeat(reason.getMaxLength() + 1));
        assertThatThrownBy(reason::required)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("512");
    }
}
