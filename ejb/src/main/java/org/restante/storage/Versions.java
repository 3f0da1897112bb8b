package org.restante.storage;

import java.time.Instant;
import org.restante.time.Micros;

/**
 * How versions go on: one up with each put over an entry that is there, and the time in microseconds for a new entry, so
 * that a version from before a delete does not come back.
 */
public final class Versions {

    private Versions() {}

    /** The version of a new entry. */
    public static long first(Instant now) {
        return Micros.of(now);
    }

    /** The version of an entry put over that one. */
    public static long after(long version) {
        return version + 1;
    }
}
