package org.restante.retry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;

/**
 * A message that was sent. Its arrays are copied on the way in and out of a {@link RetryCache}, not here. The names of the
 * components are those of the stored form.
 *
 * @param recipient the address it was sent to, 1 to 512 characters (Unicode code points)
 * @param message what was sent, opaque
 * @param timestamp when it was sent, by the sender's clock: milliseconds since the beginning of 1970, not negative
 * @param attributes given back as they are, up to {@value #MAX_ATTRIBUTES} with at most {@value #MAX_ATTRIBUTES_LENGTH}
 *     characters in all
 */
public record RetryEntry(String recipient, byte[] message, long timestamp, Map<String, String> attributes) {

    public static final int MAX_ATTRIBUTES = 100;
    public static final int MAX_ATTRIBUTES_LENGTH = 65_536;

    /** @throws InvalidInputException naming the component that is missing or breaks its limit */
    public RetryEntry {
        EntryKey.requireKey("recipient", recipient);
        require(message, "message");
        if (timestamp < 0) {
            throw new InvalidInputException("timestamp", "must not be negative, but is " + timestamp);
        }
        attributes = checked(attributes == null ? Map.of() : attributes);
    }

    /** Without attributes. */
    public RetryEntry(String recipient, byte[] message, long timestamp) {
        this(recipient, message, timestamp, Map.of());
    }

    private static Map<String, String> checked(Map<String, String> attributes) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw new InvalidInputException(
                    "attributes", "must be at most " + MAX_ATTRIBUTES + ", but are " + attributes.size());
        }
        long length = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            requireText(attribute.getKey());
            requireText(attribute.getValue());
            length += attribute.getKey().length() + (long) attribute.getValue().length();
        }
        if (length > MAX_ATTRIBUTES_LENGTH) {
            throw new InvalidInputException(
                    "attributes",
                    "must have at most " + MAX_ATTRIBUTES_LENGTH + " characters in all, but have " + length);
        }
        return Map.copyOf(attributes);
    }

    private static void requireText(@Nullable String text) {
        require(text, "attributes");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidInputException(
                    "attributes", "must be well-formed Unicode, but hold half a surrogate pair");
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new InvalidInputException(field, "must not be null");
        }
    }

    /** The same with an array that nobody else has. */
    RetryEntry copy() {
        return new RetryEntry(recipient, message.clone(), timestamp, attributes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetryEntry that
                && timestamp == that.timestamp
                && recipient.equals(that.recipient)
                && attributes.equals(that.attributes)
                && Arrays.equals(message, that.message);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recipient, timestamp, attributes, Arrays.hashCode(message));
    }

    /** Sizes only: the message may be a secret. */
    @Override
    public String toString() {
        return "RetryEntry(" + message.length + " bytes, " + timestamp + ", " + attributes.size() + " attributes)";
    }
}
