package org.restante.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.restante.entry.InvalidInputException;

/**
 * Writes objects as CBOR and {@code byte[]} as it is; reads these, and JSON and text that others stored. Readers take
 * properties that they do not know, so that nodes of two versions live side by side.
 */
final class ValueCodec {

    private static final byte[] CBOR_NULL = {(byte) 0xf6};

    /** What was written is read again, however long: the writer has none of the limits that readers have by default. */
    private static final StreamReadConstraints AS_LONG_AS_WRITTEN = StreamReadConstraints.builder()
            .maxNameLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build();

    static final ObjectMapper CBOR = configured(CBORMapper.builder(
            CBORFactory.builder().streamReadConstraints(AS_LONG_AS_WRITTEN).build()));
    private static final ObjectMapper JSON = configured(JsonMapper.builder());

    Content encode(Object value) {
        if (value instanceof Content content) {
            return content;
        }
        if (value instanceof byte[] bytes) {
            return new Content(Content.OCTET_STREAM, bytes);
        }
        try {
            byte[] bytes = CBOR.writeValueAsBytes(value);
            if (Arrays.equals(bytes, CBOR_NULL)) {
                throw new InvalidInputException("value", "of " + value.getClass() + " is written as null");
            }
            return new Content(Content.CBOR, bytes);
        } catch (JsonProcessingException e) {
            // neither Jackson's message nor the cause: they may quote the value
            throw new InvalidInputException("value", "of " + value.getClass() + " cannot be written as CBOR");
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the type says what V is
    <V> V decode(Content content, Type type) {
        if (type == Content.class) {
            return (V) content;
        }
        if (type == byte[].class) {
            return (V) content.bytes();
        }
        String mediaType = content.essence();
        if (mediaType.equals(Content.CBOR)) {
            return read(CBOR, content, type);
        }
        if (content.isJson()) {
            return read(JSON, content, type);
        }
        if (mediaType.equals("text/plain") && type == String.class) {
            return (V) text(content);
        }
        throw new UnreadableValueException(content.mediaType() + " cannot be read as " + type.getTypeName());
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <V> V read(ObjectMapper mapper, Content content, Type type) {
        try {
            V value = mapper.readValue(content.bytes(), mapper.constructType(type));
            if (value == null) {
                throw new UnreadableValueException(content.mediaType() + " holds null");
            }
            return value;
        } catch (IOException e) {
            throw new UnreadableValueException(content.mediaType() + " cannot be decoded as " + type.getTypeName()
                    + ": " + e.getClass().getSimpleName());
        }
    }

    private static String text(Content content) {
        try {
            return Utf8.decode(content.bytes());
        } catch (CharacterCodingException e) {
            throw new UnreadableValueException("the text is not UTF-8", e);
        }
    }

    private static ObjectMapper configured(MapperBuilder<?, ?> builder) {
        return builder.addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // offsets and zones are part of a value
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .build();
    }
}
