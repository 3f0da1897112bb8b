package org.restante.web.condition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockToken;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/** Which lock must be live, and under which token. */
record LockCondition(String key, LockToken token) {

    private static final String LOCK = "lock";
    private static final String TOKEN = "lockToken";

    /**
     * What a query names; empty when it names no lock.
     *
     * @throws InvalidInputException naming the parameter that is missing, empty, too long or there twice
     */
    static Optional<LockCondition> parse(@Nullable String query) {
        String key = parameter(query, LOCK);
        String token = parameter(query, TOKEN);
        if (key == null && token == null) {
            return Optional.empty();
        }
        if (key == null) {
            throw new InvalidInputException(LOCK, "must be there, since " + TOKEN + " is");
        }
        EntryKey.requireKey(LOCK, key);
        if (token == null || token.isEmpty()) {
            throw new InvalidInputException(TOKEN, "must be there, since " + LOCK + " is");
        }
        return Optional.of(new LockCondition(key, LockToken.parse(token).orElse(LockToken.NONE)));
    }

    private static @Nullable String parameter(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        List<String> values = Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> decode(parameter[0]).equals(name))
                .map(parameter -> parameter.length < 2 ? "" : decode(parameter[1]))
                .toList();
        if (values.size() > 1) {
            throw new InvalidInputException(name, "must be there once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
