package org.restante.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.audit.AuditPlace;
import org.restante.entry.InvalidInputException;
import org.restante.web.page.PageParameters;

class AuditCursorTest {

    @Test
    void aPlaceIsFoundAgain() {
        AuditPlace place = new AuditPlace(Instant.parse("2026-11-21T14:02:10.113427Z"), 42);

        assertThat(AuditCursor.read(AuditCursor.write(place))).isEqualTo(place);
        assertThat(AuditCursor.read(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 2 3", "-1 2", "01 2", "1 x", "9999999999999999999 1"})
    void whatWasNeverANextIsRefused(String place) {
        assertThatThrownBy(() -> AuditCursor.read(PageParameters.opaque(place) + (place.isEmpty() ? "!" : "")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("after ");
    }
}
