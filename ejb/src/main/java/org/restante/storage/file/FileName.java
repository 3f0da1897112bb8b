package org.restante.storage.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Sha256;

/**
 * How the name of a profile, namespace or key is written as the name of a file: {@code n-} and the name with every byte but
 * {@code a-z 0-9 _ -} as {@code %xx}, or, where that is too long, {@code h-}, its beginning and the SHA-256 of the name. So
 * no two names share a file where case or Unicode forms are not told apart, none is a reserved one ({@code con}), hidden, or
 * ends in a dot or space, all are ASCII whatever the locale, and none is above 255 bytes.
 */
final class FileName {

    private static final String WHOLE = "n-";
    private static final String HASHED = "h-";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int MAX_WHOLE = 200;
    private static final int READABLE_PART = 40;
    private static final HexFormat HEX = HexFormat.of();

    private FileName() {}

    static String of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        String escaped = escape(bytes);
        return escaped.length() <= MAX_WHOLE
                ? WHOLE + escaped
                : HASHED + escaped.substring(0, READABLE_PART) + "-" + HEX.formatHex(Sha256.of(bytes));
    }

    /** Whether a file of that name may be one of ours; temporary and foreign ones are not. */
    static boolean isOne(String fileName) {
        return isHashed(fileName) || whole(fileName) != null;
    }

    /** Whether the name is to be found inside the file only. */
    static boolean isHashed(String fileName) {
        return fileName.startsWith(HASHED);
    }

    /** The name that the file name holds, null when it holds none. */
    static @Nullable String whole(String fileName) {
        if (!fileName.startsWith(WHOLE)) {
            return null;
        }
        try {
            String name = URLDecoder.decode(fileName.substring(WHOLE.length()), StandardCharsets.UTF_8);
            return of(name).equals(fileName) ? name : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String escape(byte[] bytes) {
        StringBuilder escaped = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (PLAIN.indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }
}
