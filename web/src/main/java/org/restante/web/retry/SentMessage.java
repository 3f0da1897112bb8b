package org.restante.web.retry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;
import org.restante.retry.RetryEntry;

/**
 * A sent message as it is put and answered; the message itself in base64.
 *
 * @param recipient never null in an answer, as the others
 * @param timestamp milliseconds since 1970, by the caller's clock
 * @param attributes may be left out when it is put
 */
record SentMessage(
        @Nullable String recipient,
        byte @Nullable [] message,
        @Nullable Long timestamp,
        @Nullable Map<String, @Nullable String> attributes) {

    static SentMessage of(RetryEntry entry) {
        return new SentMessage(
                entry.recipient(), entry.message(), entry.timestamp(), new LinkedHashMap<>(entry.attributes()));
    }

    /**
     * The same for the cache.
     *
     * @throws InvalidInputException naming what is missing or breaks its limit
     */
    RetryEntry entry() {
        if (message == null) {
            throw new InvalidInputException("message", "must be there, in base64");
        }
        if (timestamp == null) {
            throw new InvalidInputException("timestamp", "must be there, in milliseconds since 1970");
        }
        return new RetryEntry(Objects.requireNonNullElse(recipient, ""), message, timestamp, texts());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (attributes != null) {
            attributes.forEach((name, text) -> {
                if (text == null) {
                    throw new InvalidInputException("attributes." + name, "must be a text");
                }
                texts.put(name, text);
            });
        }
        return texts;
    }
}
