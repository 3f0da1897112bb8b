package org.restante.web.dedup;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.ClaimToken;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/** Reads tokens of claims. */
final class TokenText {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]*");

    private TokenText() {}

    /**
     * The token of that text. Tokens are of visible ASCII characters: any other text is none of a live claim, and stands for
     * one that was never given.
     *
     * @throws InvalidInputException naming {@code token} when it is missing, empty or too long
     */
    static ClaimToken token(@Nullable String text) {
        if (text == null) {
            throw new InvalidInputException("token", "must be there");
        }
        boolean inLimit = text.codePointCount(0, text.length()) <= EntryKey.MAX_LENGTH;
        return inLimit && !VISIBLE.matcher(text).matches() ? ClaimToken.random() : new ClaimToken(text);
    }
}
