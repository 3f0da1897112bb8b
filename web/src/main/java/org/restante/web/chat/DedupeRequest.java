package org.restante.web.chat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.restante.chat.ChatState;
import org.restante.entry.InvalidInputException;

/**
 * A message came.
 *
 * @param key a text or JSON's null; Java's where it is missing
 */
record DedupeRequest(@Nullable JsonNode key, @Nullable Integer limit) {

    /** Marks it, and tells whether it came before. */
    DuplicateAnswer markedIn(ChatState chat) {
        return new DuplicateAnswer(chat.markDedupe(text(), limit == null ? ChatState.DEDUPE_LIMIT : limit));
    }

    private @Nullable String text() {
        if (key == null) {
            throw new InvalidInputException("key", "must be there; it may be null");
        }
        if (key.isNull()) {
            return null;
        }
        if (!key.isTextual()) {
            throw new InvalidInputException("key", "must be a text or null");
        }
        return key.textValue();
    }
}
