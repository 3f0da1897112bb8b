package org.restante.chat;

import java.time.Duration;
import java.util.Objects;
import org.restante.entry.InvalidInputException;

/**
 * How much waits for one conversation, and how long.
 *
 * @param size how many entries, 1 to {@value #MAX_SIZE}; those that have expired are not counted
 * @param overflow what goes beyond that
 * @param timeToLive after which an entry is not handed out any more, but told as expired; at least a millisecond, at most ten
 *     years
 */
public record QueueBound(int size, Overflow overflow, Duration timeToLive) {

    public static final int MAX_SIZE = 10_000;

    /** 10 entries, of which the oldest goes, for 90 seconds. */
    public static final QueueBound DEFAULT = new QueueBound(10, Overflow.DROP_OLDEST, Duration.ofSeconds(90));

    /** What goes where there is one too many. */
    public enum Overflow {
        DROP_OLDEST,
        /** The one that has just come. */
        DROP_NEWEST
    }

    /** @throws InvalidInputException naming what breaks its limit */
    public QueueBound {
        Limits.require("size", size, MAX_SIZE);
        Objects.requireNonNull(overflow);
        Limits.require("timeToLive", timeToLive, Limits.LONGEST);
    }

    public QueueBound withSize(int newSize) {
        return new QueueBound(newSize, overflow, timeToLive);
    }

    public QueueBound withOverflow(Overflow newOverflow) {
        return new QueueBound(size, newOverflow, timeToLive);
    }

    public QueueBound withTimeToLive(Duration newTimeToLive) {
        return new QueueBound(size, overflow, newTimeToLive);
    }
}
