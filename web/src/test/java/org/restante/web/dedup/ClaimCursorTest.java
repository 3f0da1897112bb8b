package org.restante.web.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.dedup.ClaimPage;
import org.restante.entry.InvalidInputException;
import org.restante.web.page.PageParameters;

class ClaimCursorTest {

    private static final Instant SINCE = Instant.parse("2026-05-04T03:02:01.000007Z");

    @ParameterizedTest
    @ValueSource(strings = {"a", " a b ", "line\nbreak", "é😀/;+", "7 a"})
    void aCursorGivesItsPlaceBack(String key) {
        ClaimPage.Place place = new ClaimPage.Place(SINCE, key);

        assertThat(ClaimCursor.page(ClaimCursor.write(place), "7")).isEqualTo(new ClaimPage.Request(place, 7));
    }

    @Test
    void timesBefore1970AreTimesToo() {
        ClaimPage.Place place = new ClaimPage.Place(Instant.EPOCH.minusSeconds(1), "k");

        assertThat(ClaimCursor.page(ClaimCursor.write(place), null).after()).isEqualTo(place);
    }

    @Test
    void whatIsEmptyCountsAsNotGiven() {
        assertThat(ClaimCursor.page("", ""))
                .isEqualTo(ClaimCursor.page(null, null))
                .isEqualTo(ClaimPage.Request.first(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x"})
    void aLimitThatIsNot1To1000IsRefused(String limit) {
        assertThatThrownBy(() -> ClaimCursor.page(null, limit))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("limit ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "7", "7 ", " k", "07 k", "-0 k", "x k", "9999999999999999999 k"})
    void aPlaceThatWasNeverGivenIsRefused(String place) {
        String after = place.isEmpty() ? "!" : PageParameters.opaque(place);

        assertThatThrownBy(() -> ClaimCursor.page(after, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("after ");
    }
}
