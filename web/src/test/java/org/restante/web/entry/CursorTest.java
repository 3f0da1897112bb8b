package org.restante.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;
import org.restante.storage.PageRequest;

class CursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é😀/;+ ", "~~~"})
    void aCursorGivesItsKeyBack(String key) {
        assertThat(Cursor.page(Cursor.write(key), "7")).isEqualTo(new PageRequest(key, 7));
    }

    @Test
    void whatIsEmptyCountsAsNotGiven() {
        assertThat(Cursor.page("", "")).isEqualTo(Cursor.page(null, null)).isEqualTo(PageRequest.first(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "1.5", "99999999999", " 5"})
    void aLimitThatIsNot1To1000IsRefused(String limit) {
        assertThatThrownBy(() -> Cursor.page(null, limit))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("limit ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YQ==", "YR", "_w", "AA", "a b"})
    void aCursorThatWasNeverGivenIsRefused(String after) {
        assertThatThrownBy(() -> Cursor.page(after, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("after ");
    }

    @Test
    void aCursorLongerThanAKeyIsRefused() {
        String longer = Cursor.write("x".repeat(513));

        assertThatThrownBy(() -> Cursor.page(longer, null)).isInstanceOf(InvalidInputException.class);
    }
}
