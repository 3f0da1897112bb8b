package org.restante.web.page;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Utf8;
import org.restante.entry.InvalidInputException;

/**
 * The query parameters {@code after} and {@code limit} of a listing; one that is empty counts as not given. What {@code after}
 * holds is written so that nobody builds on it.
 */
public final class PageParameters {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private PageParameters() {}

    /** A place in a listing as {@code next} has it. */
    public static String opaque(String place) {
        return ENCODER.encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that {@link #opaque} has written, null when none is given.
     *
     * @throws InvalidInputException naming {@code after}
     */
    public static @Nullable String place(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            String place = Utf8.decode(Base64.getUrlDecoder().decode(after));
            if (!opaque(place).equals(after)) {
                throw unknown();
            }
            return place;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
    }

    /**
     * How many are wanted.
     *
     * @param most how many can be had at once; whoever takes the number checks it
     * @throws InvalidInputException naming {@code limit} when it is no number
     */
    public static int limit(@Nullable String limit, int usual, int most) {
        if (limit == null || limit.isEmpty()) {
            return usual;
        }
        if (!limit.matches("[0-9]{1,9}")) {
            throw new InvalidInputException("limit", "must be 1 to " + most);
        }
        return Integer.parseInt(limit);
    }

    /** The place was never given as {@code next}. */
    public static InvalidInputException unknown() {
        return new InvalidInputException("after", "must be the 'next' of a page before");
    }
}
