package org.restante.web.chat;

import org.jspecify.annotations.Nullable;
import org.restante.chat.LockToken;
import org.restante.entry.InvalidInputException;

/** Reads tokens of locks. */
final class TokenText {

    private TokenText() {}

    /**
     * The token of that text; for a text that is none, the one that no lock has.
     *
     * @throws InvalidInputException naming {@code token} when it is missing
     */
    static LockToken token(@Nullable String text) {
        if (text == null) {
            throw new InvalidInputException("token", "must be there");
        }
        return LockToken.parse(text).orElse(LockToken.NONE);
    }
}
