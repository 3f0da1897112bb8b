package org.restante.web.chat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockRequest;
import org.restante.chat.LockStrategy;
import org.restante.entry.InvalidInputException;

/**
 * Somebody asks for a conversation.
 *
 * @param metadata none where it is left out
 * @param lease as ISO-8601 has it; that of the settings where it is left out
 */
record LockWanted(
        @Nullable String owner,
        @Nullable String strategy,
        @Nullable Map<String, Object> metadata,
        @Nullable String lease) {

    /** @throws InvalidInputException naming what is missing or breaks its limit */
    LockRequest request() {
        Duration time = Durations.parseOrNull("lease", lease);
        Map<String, Object> kept = metadata == null ? Map.of() : metadata;
        return new LockRequest(Objects.requireNonNullElse(owner, ""), chosen(), kept, time, null);
    }

    private LockStrategy chosen() {
        return Arrays.stream(LockStrategy.values())
                .filter(known -> known.text().equals(strategy))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("strategy", "must be reject, queue, debounce or concurrent"));
    }

    /** Without the metadata. */
    @Override
    public String toString() {
        return "LockWanted(" + owner + ", " + strategy + ")";
    }
}
