package org.restante.web.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.testing.Scenario;

@Scenario({"S7", "W2"})
class PathNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "a+b|a+b",
                "a%2Bb|a+b",
                "a%20b|a b",
                "a%3bb|a;b",
                "a;b|a;b",
                "a%2Fb|a/b",
                "a%5Cb|a\\b",
                "a%25b|a%b",
                "%C3%A9|é",
                "e%CC%81|e\u0301",
                "%F0%9F%98%80|😀",
                "...|...",
                "~YS9i|a/b",
                "~Li4|..",
                "~fmE|~a",
                "%7EYS9i|a/b",
                "~8J-YgA|😀",
            })
    void bothFormsGiveThePlainName(String segment, String name) {
        assertThat(PathName.fromString(segment).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%", "%2", "%zz", "%+1", "%E9", "%C0%80", "%ED%A0%80", "é", ".", "..", "%2e%2e"})
    void aMalformedPlainNameIsRefused(String segment) {
        assertThatThrownBy(() -> PathName.fromString(segment)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"~YS9i=", "~YS9iYQ==", "~YS8+", "~YS8/", "~!", "~YS9", "~YR", "~_w", "~7aCA", "~a b"})
    void whatIsNotUnpaddedBase64urlOfUtf8BehindTheTildeIsRefused(String segment) {
        assertThatThrownBy(() -> PathName.fromString(segment)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a.b", ".", "..", ".a", "a/b", "a;b", "~a", "a b", "a%b", "é", "\0", "😀"})
    void theCanonicalFormIsHarmlessAndGivesTheSameName(String name) {
        String canonical = PathName.canonical(name);

        assertThat(canonical).matches("~?[A-Za-z0-9._-]*").isNotIn("", ".", "..");
        assertThat(PathName.fromString(canonical).value()).isEqualTo(name);
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(PathName.canonical("sender-key_1.json")).isEqualTo("sender-key_1.json");
    }
}
