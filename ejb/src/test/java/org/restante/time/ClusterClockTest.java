package org.restante.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClusterClockTest {

    private static final Instant WALL = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant DATABASE = Instant.parse("2024-06-01T12:00:00Z");

    /** Near the end of its range, where a monotonic clock may begin. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private final AtomicReference<Instant> wall = new AtomicReference<>(WALL);
    private final ClusterClock clock = new ClusterClock(nanos::get, wall::get);

    @Test
    void standsOnTheWallClockUntilTheFirstMeasurement() {
        assertThat(clock.instant()).isEqualTo(WALL);
        tick(Duration.ofMillis(1500));
        assertThat(clock.instant()).isEqualTo(WALL.plusMillis(1500));
    }

    @Test
    void runsOnFromAMeasurement() {
        assertThat(clock.measure(() -> DATABASE)).isTrue();
        assertThat(clock.instant()).isEqualTo(DATABASE);

        tick(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(DATABASE.plus(Duration.ofHours(1)));
    }

    @Test
    void tellsMicroseconds() {
        clock.measure(() -> DATABASE.plusNanos(1999));

        assertThat(clock.instant()).isEqualTo(DATABASE.plusNanos(1000));
        tick(Duration.ofNanos(1));
        assertThat(clock.instant()).isEqualTo(DATABASE.plusNanos(2000));
    }

    @Test
    void takesTheAnswerAsTheTimeInTheMiddle() {
        assertThat(clock.measure(answerAfter(Duration.ofMillis(800)))).isTrue();

        assertThat(clock.instant()).isEqualTo(DATABASE.plusMillis(400));
    }

    @Test
    void dropsAMeasurementOnlyWhenItTookLongerThanTheLongest() {
        assertThat(clock.measure(answerAfter(ClusterClock.LONGEST_MEASUREMENT))).isTrue();
        assertThat(clock.instant()).isEqualTo(DATABASE.plusSeconds(1));

        assertThat(clock.measure(answerAfter(ClusterClock.LONGEST_MEASUREMENT.plusNanos(1))))
                .isFalse();

        assertThat(clock.instant()).isEqualTo(DATABASE.plusSeconds(3));
    }

    @Test
    void runsOnWhenAMeasurementFails() {
        clock.measure(() -> DATABASE);
        IllegalStateException down = new IllegalStateException("database is down");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> clock.measure(() -> {
                    tick(Duration.ofSeconds(1));
                    throw down;
                }))
                .satisfies(thrown -> assertThat(thrown).isSameAs(down));

        assertThat(clock.instant()).isEqualTo(DATABASE.plusSeconds(1));
    }

    @Test
    void theLastMeasurementCounts() {
        clock.measure(() -> DATABASE);
        tick(Duration.ofMinutes(1));

        clock.measure(() -> DATABASE.plusSeconds(59));

        assertThat(clock.instant()).isEqualTo(DATABASE.plusSeconds(59));
    }

    @Test
    void aWallClockThatIsSetDoesNotMoveIt() {
        clock.measure(() -> DATABASE);

        wall.set(WALL.plus(Duration.ofDays(1000)));

        assertThat(clock.instant()).isEqualTo(DATABASE);
    }

    @Test
    void tellsItsSkewAgainstTheWallClock() {
        assertThat(clock.skew()).isZero();

        clock.measure(() -> WALL.plusSeconds(3));
        assertThat(clock.skew()).isEqualTo(Duration.ofSeconds(3));

        wall.set(WALL.plusSeconds(5));
        assertThat(clock.skew()).isEqualTo(Duration.ofSeconds(-2));
    }

    private Supplier<Instant> answerAfter(Duration time) {
        return () -> {
            tick(time);
            return DATABASE;
        };
    }

    private void tick(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
