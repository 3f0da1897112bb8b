package org.restante.baileys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Whole values, from JSON with wrapped bytes to trees with bytes in them and back. Depth is bounded by the parsers. What JSON
 * or CBOR could not carry is found here and not halfway through writing.
 */
final class BufferTree {

    private BufferTree() {}

    /** The value with every wrapper replaced by its bytes; the rest and the order are as before. */
    static JsonNode unwrap(JsonNode node) throws UnreadableFileException {
        if (node instanceof ObjectNode object) {
            byte[] bytes = Buffers.unwrap(object);
            if (bytes != null) {
                return BinaryNode.valueOf(bytes);
            }
        }
        return forEachChild(node, BufferTree::unwrap);
    }

    /** The value with all bytes wrapped. */
    static JsonNode wrap(JsonNode node) throws UnreadableFileException {
        return node instanceof BinaryNode binary
                ? Buffers.wrap(binary.binaryValue())
                : forEachChild(node, BufferTree::wrap);
    }

    private static JsonNode forEachChild(JsonNode node, Change change) throws UnreadableFileException {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                property.setValue(change.of(property.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, change.of(array.get(i)));
            }
        } else {
            requirePortable(node);
        }
        return node;
    }

    private static void requirePortable(JsonNode leaf) throws UnreadableFileException {
        // half a pair in a property's name does not come through the parsers
        if (leaf.isTextual()
                && leaf.textValue()
                        .codePoints()
                        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new UnreadableFileException("holds half a surrogate pair");
        }
        if (leaf.isFloatingPointNumber() && !Double.isFinite(leaf.doubleValue())) {
            throw new UnreadableFileException("holds a number out of range");
        }
    }

    private interface Change {
        JsonNode of(JsonNode node) throws UnreadableFileException;
    }
}
