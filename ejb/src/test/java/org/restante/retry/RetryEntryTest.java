package org.restante.retry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("R1")
class RetryEntryTest {

    private static final byte[] MESSAGE = {1};

    @Test
    void whatBreaksALimitIsRefusedByName() {
        refused("recipient", () -> new RetryEntry("", MESSAGE, 1));
        refused("recipient", () -> new RetryEntry("x".repeat(513), MESSAGE, 1));
        refused("timestamp", () -> new RetryEntry("r", MESSAGE, -1));
        refused("attributes", () -> new RetryEntry("r", MESSAGE, 1, numbered(101)));
        refused("attributes", () -> new RetryEntry("r", MESSAGE, 1, Map.of("k", "x".repeat(65_536))));
    }

    @Test
    void attributesThatAreNotWellFormedAreRefusedByTheirName() {
        refused("attributes", () -> new RetryEntry("r", MESSAGE, 1, Map.of("k", "\uD83D")));
        refused("attributes", () -> new RetryEntry("r", MESSAGE, 1, Map.of("\uDE00", "v")));
    }

    @Test
    void whatJustKeepsTheLimitsIsTaken() {
        Map<String, String> attributes = numbered(100);

        assertThat(new RetryEntry("x".repeat(512), new byte[0], 0, attributes).attributes())
                .isEqualTo(attributes);
        assertThat(new RetryEntry("r", MESSAGE, Long.MAX_VALUE, Map.of("k", "x".repeat(65_535))).timestamp())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void itsTextHoldsNothingOfTheMessage() {
        assertThat(new RetryEntry("491", "secret".getBytes(UTF_8), 1))
                .hasToString("RetryEntry(6 bytes, 1, 0 attributes)");
    }

    private static Map<String, String> numbered(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(String::valueOf, i -> "v"));
    }

    private static void refused(String field, Runnable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
