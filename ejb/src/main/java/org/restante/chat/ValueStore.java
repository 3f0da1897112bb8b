package org.restante.chat;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** Keeps bytes under names, with an end or without. */
public interface ValueStore {

    /** The bytes, unless there are none or their end was not after {@code now}; must not be modified. */
    byte @Nullable [] get(Cell cell, Instant now);

    /** Keeps the bytes in place of those before. */
    void put(Cell cell, Expiring value);

    /** Keeps the bytes unless there are some whose end is after {@code now}; whether it did. */
    boolean putIfAbsent(Cell cell, Expiring value, Instant now);

    /** Drops the bytes, if there are any. */
    void delete(Cell cell);

    /** How many of that kind a profile has, over or not, counted up to {@code most}. */
    int count(ProfileId profile, Kind kind, int most);

    /** What a name is the name of. */
    enum Kind {
        SUBSCRIPTION,
        THREAD,
        CHANNEL,
        VALUE;

        /** As it is stored. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A place for bytes. */
    record Cell(ProfileId profile, Kind kind, String name) {

        public Cell {
            EntryKey.requireKey(kind == Kind.VALUE ? "key" : "id", name);
        }
    }

    /**
     * Bytes and their end.
     *
     * @param bytes must not be modified
     * @param until null for ever
     */
    record Expiring(byte[] bytes, @Nullable Instant until) {}
}
