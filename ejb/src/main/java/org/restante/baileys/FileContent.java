package org.restante.baileys;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Content;
import org.restante.codec.Utf8;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;

/**
 * The JSON of a file and the content of its entry. A file that is nothing but a Buffer becomes an entry of these bytes, any
 * other one CBOR with bytes for the Buffers in it. Numbers, nulls and the order of properties are kept.
 */
final class FileContent {

    private static final ObjectMapper JSON = strict(
            // as JavaScript does
            JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8));
    private static final ObjectMapper CBOR = strict(CBORMapper.builder());

    private FileContent() {}

    /**
     * The entry for a file.
     *
     * @throws UnreadableFileException when the file is not JSON, or JSON that the namespace cannot have
     */
    static Content toEntry(Namespace<?> namespace, byte[] file) throws UnreadableFileException {
        JsonNode value = BufferTree.unwrap(parse(JSON, file));
        requireObject(namespace, value);
        if (namespace == Namespaces.APP_STATE_SYNC_KEY) {
            unwrapKeyData(value);
        }
        if (value instanceof BinaryNode binary) {
            return new Content(Content.OCTET_STREAM, binary.binaryValue());
        }
        try {
            return new Content(Content.CBOR, CBOR.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("cannot be written as CBOR");
        }
    }

    /**
     * The file for an entry, whoever wrote that.
     *
     * @throws UnreadableFileException when the content is not what its media type says, or nothing that JSON has
     */
    static byte[] toFile(Namespace<?> namespace, Content content) throws UnreadableFileException {
        JsonNode value = tree(content);
        requireObject(namespace, value);
        try {
            return JSON.writeValueAsBytes(BufferTree.wrap(value));
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("cannot be written as JSON");
        }
    }

    /** Baileys reads no credentials out of anything else. */
    private static void requireObject(Namespace<?> namespace, JsonNode value) throws UnreadableFileException {
        if (namespace.name().equals(Namespaces.CREDS.name()) && !value.isObject()) {
            throw new UnreadableFileException("is not a JSON object");
        }
    }

    private static JsonNode tree(Content content) throws UnreadableFileException {
        if (content.essence().equals(Content.CBOR)) {
            return parse(CBOR, content.bytes());
        }
        if (content.isJson()) {
            return BufferTree.unwrap(parse(JSON, content.bytes()));
        }
        return content.essence().equals("text/plain")
                ? TextNode.valueOf(text(content.bytes()))
                : BinaryNode.valueOf(content.bytes());
    }

    /** Bytes here were written in several ways, of which Baileys drops one without a word; bare base64 is what it writes now. */
    private static void unwrapKeyData(JsonNode value) {
        if (value instanceof ObjectNode key && key.path("keyData").isBinary()) {
            key.put("keyData", key.path("keyData").asText());
        }
    }

    private static JsonNode parse(ObjectMapper mapper, byte[] bytes) throws UnreadableFileException {
        if (bytes.length == 0) {
            throw new UnreadableFileException("is empty");
        }
        String format = mapper == JSON ? "JSON" : "CBOR";
        try {
            // from text, since the parser of bytes would take UTF-16 too
            JsonNode value = mapper == JSON ? mapper.readTree(text(bytes)) : mapper.readTree(bytes);
            if (value.isNull() || value.isMissingNode()) {
                throw new UnreadableFileException("holds null, which Baileys takes for an absent file");
            }
            return value;
        } catch (JsonProcessingException e) {
            // not Jackson's message: it may quote a secret
            throw new UnreadableFileException("is not " + format + place(e.getLocation()));
        } catch (IOException e) {
            throw new UnreadableFileException("is not " + format);
        }
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null || at.getLineNr() < 1
                ? ""
                : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String text(byte[] bytes) throws UnreadableFileException {
        try {
            return Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            throw new UnreadableFileException("is not UTF-8");
        }
    }

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    }
}
