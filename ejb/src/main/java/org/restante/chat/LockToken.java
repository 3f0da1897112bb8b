package org.restante.chat;

import java.util.Optional;

/**
 * Which acquisition of a lock: a fencing token, larger than those of all acquisitions before it, so that what it is handed to
 * can refuse an older one.
 *
 * @param value more than 0, but for {@link #NONE}
 */
public record LockToken(long value) implements Comparable<LockToken> {

    /** A token that no lock ever has. */
    public static final LockToken NONE = new LockToken(0);

    /** The token that is written so; empty when none is. */
    public static Optional<LockToken> parse(String text) {
        try {
            return Optional.of(new LockToken(Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(LockToken other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
