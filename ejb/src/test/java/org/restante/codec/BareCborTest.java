package org.restante.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;

class BareCborTest {

    /** Its methods have the types. */
    @SuppressWarnings("unused")
    private interface Results {
        Map<String, List<Answer>> nested();

        Optional<Instant> optional();
    }

    private record Answer(String text, byte @Nullable [] bytes) {}

    @Test
    void nullAndNothingAreKeptApart() {
        assertThat(BareCbor.read(BareCbor.write(null), String.class)).isNull();
        assertThat(BareCbor.read(BareCbor.write(null), byte[].class)).isNull();
        assertThat(BareCbor.read(BareCbor.write(""), String.class)).isEqualTo("");
        assertThat(BareCbor.read(BareCbor.write(new byte[0]), byte[].class)).isEqualTo(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MAX_VALUE})
    void numbersAreWhatTheyWere(int number) {
        assertThat(BareCbor.read(BareCbor.write(number), int.class)).isEqualTo(number);
        assertThat(BareCbor.read(BareCbor.write((long) number), Long.class)).isEqualTo((long) number);
    }

    @Test
    void whatIsInsideOfGenericTypesIsReadAsThat() throws NoSuchMethodException {
        Map<String, List<Answer>> nested = Map.of("a", List.of(new Answer("yes", null)));
        Optional<Instant> optional = Optional.of(Instant.parse("2026-11-21T10:00:00.123456789Z"));

        assertThat(BareCbor.read(BareCbor.write(nested), type("nested"))).isEqualTo(nested);
        assertThat(BareCbor.read(BareCbor.write(optional), type("optional"))).isEqualTo(optional);
    }

    @Test
    void whatCannotBeWrittenOrReadIsRefusedWithoutShowingIt() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> BareCbor.write(new Object()))
                .withMessageContaining("value");
        assertThatExceptionOfType(UnreadableValueException.class)
                .isThrownBy(() -> BareCbor.read(BareCbor.write("secret"), int.class))
                .withMessageNotContaining("secret");
    }

    private static Type type(String method) throws NoSuchMethodException {
        return Results.class.getDeclaredMethod(method).getGenericReturnType();
    }
}
