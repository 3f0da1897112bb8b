package org.restante.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** Any value as CBOR and nothing beside, null too: for those who know what they wrote. */
public final class BareCbor {

    private BareCbor() {}

    /**
     * The value as CBOR.
     *
     * @throws InvalidInputException naming {@code value} when it cannot be written
     */
    public static byte[] write(@Nullable Object value) {
        try {
            return ValueCodec.CBOR.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // neither Jackson's message nor the cause: they may quote the value
            throw new InvalidInputException("value", "cannot be written as CBOR: " + e.getClass());
        }
    }

    /**
     * What was written.
     *
     * @throws UnreadableValueException when it is not of that type
     */
    public static @Nullable Object read(byte[] bytes, Type type) {
        try {
            return ValueCodec.CBOR.readValue(bytes, ValueCodec.CBOR.constructType(type));
        } catch (IOException e) {
            throw new UnreadableValueException("the CBOR cannot be decoded as " + type.getTypeName() + ": "
                    + e.getClass().getSimpleName());
        }
    }
}
