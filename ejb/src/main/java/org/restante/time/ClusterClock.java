package org.restante.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The time that all nodes agree on. It runs on the local monotonic clock from the last measurement of the database's time,
 * so a wall clock that is set does not move it. Until a first measurement it stands on the local wall clock. Thread-safe.
 */
public final class ClusterClock implements InstantSource {

    /** A measurement that took longer says too little about the time in its middle. */
    static final Duration LONGEST_MEASUREMENT = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final InstantSource wallClock;
    private volatile Measurement last;

    /**
     * @param nanoTime the monotonic clock, as {@link System#nanoTime}
     * @param wallClock the local wall clock: the time until the first measurement, and what the skew is told against
     */
    public ClusterClock(LongSupplier nanoTime, InstantSource wallClock) {
        this.nanoTime = nanoTime;
        this.wallClock = wallClock;
        this.last = new Measurement(wallClock.instant(), nanoTime.getAsLong());
    }

    /** A clock on this machine's own clocks. */
    public static ClusterClock system() {
        return new ClusterClock(System::nanoTime, InstantSource.system());
    }

    /** The present time, to the microsecond, which is what every database keeps. */
    @Override
    public Instant instant() {
        Measurement from = last;
        return from.time.plusNanos(nanoTime.getAsLong() - from.nanos).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Measures the database's time anew. The answer is taken as the time in the middle between question and answer.
     *
     * @param databaseTime asks the database; what it throws goes through, and the clock runs on as before
     * @return whether the measurement was taken: not when it took over two seconds
     */
    public boolean measure(Supplier<Instant> databaseTime) {
        long before = nanoTime.getAsLong();
        Instant time = databaseTime.get();
        long after = nanoTime.getAsLong();
        if (after - before > LONGEST_MEASUREMENT.toNanos()) {
            return false;
        }
        last = new Measurement(time, before + (after - before) / 2);
        return true;
    }

    /** How far this clock is ahead of the local wall clock; negative when behind. */
    public Duration skew() {
        return Duration.between(wallClock.instant(), instant());
    }

    private record Measurement(Instant time, long nanos) {}
}
