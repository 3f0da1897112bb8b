package org.restante.metering;

import java.util.Locale;

/** What comes of operations, as far as it is told apart. */
public enum Outcome {
    /** Done, with nothing more to tell. */
    DONE,
    /** Something was there. */
    FOUND,
    /** Nothing was there. */
    ABSENT,
    /** Something was there that could not be read. */
    UNREADABLE,
    /** Something else was there than expected, and nothing was changed. */
    CONFLICT,
    /** It came before. */
    DUPLICATE,
    /** It came for the first time. */
    FIRST,
    /** The key or the conversation is the caller's. */
    CLAIMED,
    /** The key is the caller's, who has taken it over from one whose lease ran out. */
    TAKEN_OVER,
    /** Somebody else is handling the key. */
    IN_FLIGHT,
    /** The key was handled. */
    COMPLETED,
    /** The caller's claim or lock is not its own any more, or never was. */
    STALE,
    /** The key came with another fingerprint or receipt before. */
    MISMATCH,
    /** It may be sent again, or will be handled. */
    ALLOWED,
    /** It may not. */
    REFUSED,
    /** The conversation is busy, and the message waits. */
    QUEUED,
    /** The conversation is busy, and the message waits in place of an earlier one. */
    DEBOUNCED,
    /** The conversation is busy. */
    BUSY,
    /** The conversation is busy and its queue full. */
    OVERFLOWED,
    /** An argument broke its limit. */
    INVALID,
    /** A lock was not had in time, or the work took too long. */
    TIMEOUT,
    /** The store could not be reached. */
    UNAVAILABLE,
    /** Anything else that was thrown, also by the caller's own work. */
    FAILED;

    /** As it is called in metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
