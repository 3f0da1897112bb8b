package org.restante.chat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** Keeps bytes one behind the other. */
public interface SeriesStore {

    /** Adds bytes behind all others, or as the first where the end is not after {@code now}; how many there are then. */
    int append(Series series, byte[] item, Bounds bounds, Instant now);

    /** Takes the first; empty when there is none. */
    Optional<First> take(Series series, Instant now);

    /** All of them in order, unless their end is not after {@code now}. */
    List<byte[]> list(Series series, Instant now);

    /** How many there are, unless their end is not after {@code now}. */
    int length(Series series, Instant now);

    /** Drops them all. */
    void delete(Series series);

    /** What a series is. */
    enum Kind {
        LIST,
        QUEUE;

        /** As it is stored. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A place for bytes one behind the other. */
    record Series(ProfileId profile, Kind kind, String key) {

        public Series {
            EntryKey.requireKey("key", key);
        }
    }

    /**
     * How much is kept and how long.
     *
     * @param length beyond which the first are dropped
     * @param until the end of all of them, null for ever
     */
    record Bounds(int length, @Nullable Instant until) {}

    /**
     * What was first.
     *
     * @param left how many are left
     */
    record First(byte[] item, int left) {}
}
