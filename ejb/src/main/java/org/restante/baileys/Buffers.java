package org.restante.baileys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Baileys writes bytes in JSON: {@code {"type":"Buffer","data":"<base64>"}}. Earlier versions and other tools wrote
 * {@code "value"} for {@code "data"}, {@code "buffer":true} for the type, a list of numbers for the base64, or a typed array
 * as {@code {"0":1,"1":2}}; all of these are read.
 */
final class Buffers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Buffers() {}

    /** A wrapper around those bytes. */
    static JsonNode wrap(byte[] bytes) {
        return NODES.objectNode()
                .put("type", "Buffer")
                .put("data", Base64.getEncoder().encodeToString(bytes));
    }

    /**
     * The bytes, if the object stands for some.
     *
     * @return null if it does not
     * @throws UnreadableFileException when it says that it does, but its base64 or one of its numbers is none
     */
    static byte @Nullable [] unwrap(ObjectNode object) throws UnreadableFileException {
        if (isWrapper(object)) {
            JsonNode data = object.has("data") ? object.path("data") : object.path("value");
            if (data.isTextual()) {
                return base64(data.textValue());
            }
            return data instanceof ArrayNode numbers ? bytes(numbers) : null;
        }
        return typedArray(object);
    }

    private static boolean isWrapper(ObjectNode object) {
        return object.path("type").asText().equals("Buffer")
                || object.path("buffer").equals(BooleanNode.TRUE);
    }

    private static byte[] base64(String text) throws UnreadableFileException {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("has a Buffer that is not base64");
        }
    }

    private static byte[] bytes(ArrayNode numbers) throws UnreadableFileException {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!isByte(numbers.get(i))) {
                throw new UnreadableFileException("has a Buffer of something else than bytes");
            }
            bytes[i] = (byte) numbers.get(i).intValue();
        }
        return bytes;
    }

    /** Only 0 to n-1, each a byte: Baileys guesses more freely, and any other object loads there as it would have. */
    private static byte @Nullable [] typedArray(ObjectNode object) {
        byte[] bytes = new byte[object.size()];
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            int index = index(property.getKey(), bytes.length);
            if (index < 0 || !isByte(property.getValue())) {
                return null;
            }
            bytes[index] = (byte) property.getValue().intValue();
        }
        return bytes.length == 0 ? null : bytes;
    }

    private static int index(String name, int length) {
        if (name.isEmpty() || name.length() > 8 || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int index = Integer.parseInt(name);
        return index < length && name.equals(Integer.toString(index)) ? index : -1;
    }

    private static boolean isByte(JsonNode node) {
        return node.isInt() && node.intValue() >= 0 && node.intValue() <= 0xff;
    }
}
