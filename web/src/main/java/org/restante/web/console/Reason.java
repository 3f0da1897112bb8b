package org.restante.web.console;

import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** Why somebody does something: a line of text. */
final class Reason {

    static final int MAX_LENGTH = 200;

    private Reason() {}

    /** @throws InvalidInputException naming {@code reason} when it is missing, too long or more than a line of text */
    static String require(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty()) {
            throw new InvalidInputException("reason", "must be given");
        }
        if (reason.codePointCount(0, reason.length()) > MAX_LENGTH) {
            throw new InvalidInputException("reason", "must have at most " + MAX_LENGTH + " characters");
        }
        if (reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("reason", "must be one line without control characters");
        }
        return reason;
    }
}
