package org.restante.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("S23")
class ExpectedTest {

    @Test
    void eachExpectationIsMetByWhatItSays() {
        assertThat(Expected.anything()).matches(it -> it.isMetBy(null)).matches(it -> it.isMetBy(1L));
        assertThat(Expected.absent()).matches(it -> it.isMetBy(null)).matches(it -> !it.isMetBy(1L));
        assertThat(Expected.present()).matches(it -> !it.isMetBy(null)).matches(it -> it.isMetBy(1L));
        assertThat(Expected.version(1L << 40))
                .matches(it -> !it.isMetBy(null))
                .matches(it -> !it.isMetBy(1L))
                .matches(it -> it.isMetBy(1L << 40));
    }

    @Test
    void aVersionIsPositive() {
        for (long version : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Expected.version(version))
                    .withMessage("expectedVersion must be positive, but is " + version);
        }
    }

    @Test
    void aVersionGoesOnByOneAndBeginsWithTheTime() {
        assertThat(Versions.after(7)).isEqualTo(8);
        assertThat(Versions.first(Instant.ofEpochSecond(2, 3999))).isEqualTo(2_000_003);
    }

    @Test
    void aFoundValueIsNotTold() {
        assertThat(new Lookup.Found<>("hunter2", 5, Instant.EPOCH)).hasToString("Found(version 5)");
    }
}
