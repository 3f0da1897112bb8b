package org.restante.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;

class EntityTagsTest {

    @Test
    void readsAListOfStrongAndWeakTagsOverSeveralLines() {
        EntityTags tags = parse("\"1\", W/\"2\" ,\"a,b\"", ", \"\"");

        assertThat(tags.strong()).containsExactly("1", "a,b", "");
        assertThat(tags.weak()).containsExactly("2");
    }

    @Test
    void aStarMatchesWhateverIsThere() {
        assertThat(parse(" * ").matchStrongly(7L)).isTrue();
        assertThat(parse("*").matchStrongly(null)).isFalse();
    }

    @Test
    void weakTagsMatchWeaklyOnly() {
        assertThat(parse("W/\"7\"").matchStrongly(7L)).isFalse();
        assertThat(parse("W/\"7\"").matchWeakly(7L)).isTrue();
        assertThat(parse("\"7\"").matchStrongly(7L)).isTrue();
        assertThat(parse("\"07\"").matchStrongly(7L)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ",", "7", "\"7", "7\"", "w/\"7\"", "\"1\" \"2\"", "*, \"1\"", "\"1\", *", "\"a b\""})
    void whatIsMalformedIsRefusedNamingTheHeader(String header) {
        assertThatThrownBy(() -> parse(header))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("If-Match ");
    }

    private static EntityTags parse(String... lines) {
        return EntityTags.parse("If-Match", List.of(lines)).orElseThrow();
    }
}
