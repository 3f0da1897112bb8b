package org.restante.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

@Scenario("K10")
class RetryTest {

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;
    private int attempts;

    @Test
    void itStopsAtTheFirstSuccess() {
        assertThat(retry(10, Duration.ofMinutes(1)).<Integer>run(failing(2), failure -> true))
                .isEqualTo(3);

        assertThat(pauses).hasSize(2);
    }

    @Test
    void pausesDoubleUpToASecondAndAreJittered() {
        assertThatThrownBy(() -> retry(10, Duration.ofMinutes(1)).run(failing(99), failure -> true))
                .hasMessage("attempt 10");

        assertThat(attempts).isEqualTo(10);
        assertThat(pauses).hasSize(9);
        long[] longest = {10, 20, 40, 80, 160, 320, 640, 1000, 1000};
        for (int i = 0; i < 9; i++) {
            assertThat(pauses.get(i)).isBetween(Duration.ofNanos(longest[i] * 500_000), Duration.ofMillis(longest[i]));
        }
        assertThat(pauses.get(7)).isNotEqualTo(pauses.get(8));
    }

    @Test
    void theLastFailureSurfacesWithTheEarlierOnesSuppressed() {
        Throwable thrown = catchThrowable(() -> retry(3, Duration.ofMinutes(1)).run(failing(99), failure -> true));

        assertThat(thrown).hasMessage("attempt 3");
        assertThat(thrown.getSuppressed()).extracting(Throwable::getMessage).containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void oneExceptionThrownAgainAndAgainIsNotItsOwnSuppressedOne() {
        IllegalStateException same = new IllegalStateException();

        assertThat(catchThrowable(() -> retry(3, Duration.ofMinutes(1))
                        .run(
                                () -> {
                                    throw same;
                                },
                                failure -> true)))
                .isSameAs(same);
        assertThat(same.getSuppressed()).isEmpty();
    }

    @Test
    void noAttemptBeginsAfterTheDeadline() {
        Supplier<Integer> slow = () -> {
            nanos += Duration.ofSeconds(4).toNanos();
            return failing(99).get();
        };

        assertThatThrownBy(() -> retry(10, Duration.ofSeconds(10)).run(slow, failure -> true))
                .hasMessage("attempt 3");
        assertThat(pauses).hasSize(2);
    }

    @Test
    @Scenario("K11")
    void aFailureThatStaysIsNotTriedAgain() {
        assertThatThrownBy(() -> retry(10, Duration.ofMinutes(1)).run(failing(99), failure -> false))
                .hasMessage("attempt 1");

        assertThat(attempts).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void anInterruptEndsIt() {
        Pause interrupted = duration -> {
            throw new InterruptedException();
        };
        Retry retry = new Retry(new Retry.Limits(10, Duration.ofMinutes(1)), () -> 0, interrupted, new Random(1));

        assertThatThrownBy(() -> retry.run(failing(99), failure -> true)).hasMessage("attempt 1");
        assertThat(Thread.interrupted()).isTrue();
    }

    private Retry retry(int maxAttempts, Duration deadline) {
        Pause pause = duration -> {
            pauses.add(duration);
            nanos += duration.toNanos();
        };
        return new Retry(new Retry.Limits(maxAttempts, deadline), () -> nanos, pause, new Random(7));
    }

    private Supplier<Integer> failing(int times) {
        return () -> {
            attempts++;
            if (attempts <= times) {
                throw new IllegalStateException("attempt " + attempts);
            }
            return attempts;
        };
    }
}
