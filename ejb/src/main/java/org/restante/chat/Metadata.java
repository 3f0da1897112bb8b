package org.restante.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.restante.entry.InvalidInputException;

/** How large the metadata of a message may be. */
final class Metadata {

    private static final JsonMapper JSON = new JsonMapper();

    private Metadata() {}

    /** @throws InvalidInputException naming {@code metadata} when it is no JSON or has too many bytes as such */
    static void require(Map<String, Object> metadata) {
        if (metadata.isEmpty()) {
            return;
        }
        try {
            int bytes = JSON.writeValueAsBytes(metadata).length;
            if (bytes > LockRequest.MAX_METADATA) {
                throw new InvalidInputException(
                        "metadata",
                        "must have at most " + LockRequest.MAX_METADATA + " bytes as JSON, but has " + bytes);
            }
        } catch (JsonProcessingException e) {
            // neither Jackson's message nor the cause: they may quote the value
            throw new InvalidInputException("metadata", "cannot be written as JSON");
        }
    }
}
