package org.restante.web.path;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import org.restante.codec.Utf8;

/** Strict percent-decoding of UTF-8: {@code +} stays {@code +}, and what is malformed is refused, never replaced. */
final class PercentDecoder {

    private PercentDecoder() {}

    /** @throws IllegalArgumentException saying what is wrong */
    static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > 0x7f) {
                throw new IllegalArgumentException("must be percent-encoded beyond ASCII");
            }
            if (c == '%') {
                bytes.write(hex(raw, i + 1) << 4 | hex(raw, i + 2));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException saying that it is not UTF-8 */
    static String utf8(byte[] bytes) {
        try {
            return Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("must be UTF-8", e);
        }
    }

    private static int hex(String raw, int index) {
        int digit = index < raw.length() && raw.charAt(index) <= 0x7f ? Character.digit(raw.charAt(index), 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("must have two hexadecimal digits behind each '%'");
        }
        return digit;
    }
}
