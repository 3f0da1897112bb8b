package org.restante.web.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.restante.entry.InvalidInputException;

/**
 * What a client calls its request, to be recognised when it is sent again.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters of printable ASCII
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    /** A string of RFC 9651, in which quotes and backslashes are escaped. */
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*+)\"");

    /** What clients send that do not know of structured fields. */
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2b\\x2d-\\x3a\\x3c-\\x7e]*+");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    /** @throws InvalidInputException naming the header */
    IdempotencyKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw malformed();
        }
    }

    /**
     * Reads the lines of the header; empty when there is none. The same key in quotes and without them is the same.
     *
     * @throws InvalidInputException naming the header when it holds no key or several
     */
    static Optional<IdempotencyKey> parse(List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (lines.size() > 1) {
            throw malformed();
        }
        String text = lines.get(0).strip();
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return Optional.of(
                    new IdempotencyKey(ESCAPED.matcher(quoted.group(1)).replaceAll("$1")));
        }
        if (BARE.matcher(text).matches()) {
            return Optional.of(new IdempotencyKey(text));
        }
        throw malformed();
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                HEADER,
                "must be one string in double quotes, of 1 to " + MAX_LENGTH + " characters of printable ASCII");
    }

    /** Without the value: who knows it can ask for the answer. */
    @Override
    public String toString() {
        return HEADER;
    }
}
