package org.restante.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\" | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "8e03978e-40d5-43dd-bc93-6894a57f9324     | 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"a b,c;d\"                              | a b,c;d",
                "\"a\\\"b\\\\c\"                          | a\"b\\c",
                "a\\b                                     | a\\b",
                "order:7/9=                               | order:7/9=",
            })
    void aKeyIsAQuotedStringOrBare(String header, String key) {
        assertThat(IdempotencyKey.parse(List.of(header))).contains(new IdempotencyKey(key));
    }

    @Test
    void noHeaderIsNoKey() {
        assertThat(IdempotencyKey.parse(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"\"",
                "\"a",
                "a\"",
                "\"a\"b",
                "\"a\\b\"",
                "a b",
                "a,b",
                "\"a\",\"b\"",
                "é",
                "\"é\"",
                "\"\t\""
            })
    void whatIsNotOneKeyIsRefusedByName(String header) {
        assertThatThrownBy(() -> IdempotencyKey.parse(List.of(header)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("Idempotency-Key ");
    }

    @Test
    void twoHeadersAreNotOneKey() {
        assertThatThrownBy(() -> IdempotencyKey.parse(List.of("a", "a"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aKeyHasAtMost255CharactersHoweverItIsWritten() {
        assertThat(IdempotencyKey.parse(List.of("\"" + "\\\\".repeat(255) + "\"")))
                .contains(new IdempotencyKey("\\".repeat(255)));
        for (String header :
                List.of("x".repeat(256), "\"" + "x".repeat(256) + "\"", "\"" + "x".repeat(100_000) + "\"")) {
            assertThatThrownBy(() -> IdempotencyKey.parse(List.of(header))).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void theKeyIsNotTold() {
        assertThat(new IdempotencyKey("secret")).asString().doesNotContain("secret");
    }
}
