package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** The limits of numbers and times, told in one way. */
final class Limits {

    /** The longest time to live. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private Limits() {}

    /** @throws InvalidInputException naming the field unless the number is from 1 to {@code most} */
    static int require(String field, int number, int most) {
        if (number < 1 || number > most) {
            throw new InvalidInputException(field, "must be from 1 to " + most + ", but is " + number);
        }
        return number;
    }

    /** @throws InvalidInputException naming the field unless the time is from a millisecond to {@code longest} */
    static Duration require(String field, Duration time, Duration longest) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(longest) > 0) {
            throw new InvalidInputException(field, "must be from " + SHORTEST + " to " + longest + ", but is " + time);
        }
        return time;
    }

    /**
     * When a time to live from now is over; null for ever.
     *
     * @throws InvalidInputException naming {@code timeToLive} unless it is from a millisecond to {@link #LONGEST}
     */
    static @Nullable Instant end(Instant now, @Nullable Duration timeToLive) {
        return timeToLive == null ? null : now.plus(require("timeToLive", timeToLive, LONGEST));
    }
}
