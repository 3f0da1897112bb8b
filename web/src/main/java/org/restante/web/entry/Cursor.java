package org.restante.web.entry;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Utf8;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.storage.PageRequest;

/** {@code after} and {@code limit} of a listing. The cursor is the last key, written so that nobody builds on that. */
final class Cursor {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Cursor() {}

    /** The cursor behind that key. */
    static String write(String lastKey) {
        return ENCODER.encodeToString(lastKey.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The page that is asked for; a parameter that is empty counts as not given.
     *
     * @throws InvalidInputException naming {@code after} or {@code limit}
     */
    static PageRequest page(@Nullable String after, @Nullable String limit) {
        String key = after == null || after.isEmpty() ? null : key(after);
        return new PageRequest(key, limit == null || limit.isEmpty() ? PageRequest.DEFAULT_LIMIT : number(limit));
    }

    private static String key(String after) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(after);
            String key = Utf8.decode(bytes);
            if (!write(key).equals(after)) {
                throw unknown();
            }
            EntryKey.requireKey("after", key);
            return key;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
    }

    private static int number(String limit) {
        if (!limit.matches("[0-9]{1,9}")) {
            throw new InvalidInputException("limit", "must be 1 to " + PageRequest.MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static InvalidInputException unknown() {
        return new InvalidInputException("after", "must be the 'next' of a page before");
    }
}
