package org.restante.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.retry.AttemptCounts.Attempted;
import org.restante.testing.Scenario;

class AttemptCountsTest {

    private static final long NOW = 1_000;
    private static final long UNTIL = 2_000;

    private final AttemptCounts counts = new AttemptCounts();

    @Test
    @Scenario("R12")
    void whoAsksForEverNewMessagesDoesNotFillTheMemory() {
        for (int i = 0; i < AttemptCounts.MOST + 10; i++) {
            assertThat(attempt("m" + i)).isEqualTo(1);
        }

        assertThat(counts.size()).isEqualTo(AttemptCounts.MOST);
        assertThat(attempt("m" + (AttemptCounts.MOST + 9))).isEqualTo(2);
        assertThat(attempt("m10")).isEqualTo(2);
        assertThat(attempt("m9")).isEqualTo(1);
    }

    private int attempt(String message) {
        return counts.attempt(new Attempted(message, "r"), 5, NOW, UNTIL);
    }
}
