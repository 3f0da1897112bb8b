package org.restante.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes as text where what is malformed is to be refused; {@code new String} would replace it without a word. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text that these bytes are.
     *
     * @throws CharacterCodingException when they are not UTF-8
     */
    public static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
