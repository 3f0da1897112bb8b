package org.restante.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are stored: whole microseconds, those of a moment since 1970-01-01T00:00Z, which is what every database keeps. */
public final class Micros {

    private Micros() {}

    /** That many microseconds since 1970; what is finer is cut off. */
    public static long of(Instant time) {
        long seconds = Math.multiplyExact(time.getEpochSecond(), 1_000_000L);
        return Math.addExact(seconds, time.getNano() / 1000);
    }

    /** The time that many microseconds after the beginning of 1970. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** That many microseconds; what is finer is cut off. */
    public static long of(Duration time) {
        return time.dividedBy(ChronoUnit.MICROS.getDuration());
    }

    /** That many microseconds. */
    public static Duration toDuration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
