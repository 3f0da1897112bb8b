package org.restante.storage;

import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** What a conditional put expects to find. Made by the factory methods. */
public record Expected(Kind kind, long version) {

    private static final Expected ANYTHING = new Expected(Kind.ANYTHING, 0);
    private static final Expected ABSENT = new Expected(Kind.ABSENT, 0);
    private static final Expected PRESENT = new Expected(Kind.PRESENT, 0);

    /** The kinds of expectation. */
    public enum Kind {
        ANYTHING,
        ABSENT,
        PRESENT,
        VERSION
    }

    /** No condition. */
    public static Expected anything() {
        return ANYTHING;
    }

    /** No entry is there. */
    public static Expected absent() {
        return ABSENT;
    }

    /** Some entry is there. */
    public static Expected present() {
        return PRESENT;
    }

    /**
     * The entry has that version.
     *
     * @throws InvalidInputException when the version is not positive
     */
    public static Expected version(long version) {
        if (version <= 0) {
            throw new InvalidInputException("expectedVersion", "must be positive, but is " + version);
        }
        return new Expected(Kind.VERSION, version);
    }

    /**
     * Whether this is what is there.
     *
     * @param actual the version of the entry that is there, null when none is
     */
    public boolean isMetBy(@Nullable Long actual) {
        return switch (kind) {
            case ANYTHING -> true;
            case ABSENT -> actual == null;
            case PRESENT -> actual != null;
            case VERSION -> actual != null && actual == version;
        };
    }
}
