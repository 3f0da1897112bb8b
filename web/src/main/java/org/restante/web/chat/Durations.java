package org.restante.web.chat;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** Durations as requests have them. */
final class Durations {

    private Durations() {}

    /**
     * The duration of that text.
     *
     * @throws InvalidInputException naming the field
     */
    static Duration parse(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(field, "must be a duration of ISO-8601, for example PT30S");
        }
    }

    /** The same where there may be none. */
    static @Nullable Duration parseOrNull(String field, @Nullable String text) {
        return text == null ? null : parse(field, text);
    }
}
