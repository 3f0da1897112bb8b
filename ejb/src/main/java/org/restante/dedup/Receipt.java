package org.restante.dedup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** What came of handling a key: bytes of the application's own, 0 to {@value #MAX_LENGTH} of them. Immutable. */
public final class Receipt {

    public static final int MAX_LENGTH = 65_536;

    private static final Receipt NONE = new Receipt(new byte[0]);

    private final byte[] bytes;

    private Receipt(byte[] bytes) {
        this.bytes = bytes;
    }

    /** For those who have nothing to remember but that it was done. */
    public static Receipt none() {
        return NONE;
    }

    /**
     * These bytes, copied.
     *
     * @throws InvalidInputException naming {@code receipt} when it is over the limit
     */
    public static Receipt of(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            throw new InvalidInputException(
                    "receipt", "must have at most " + MAX_LENGTH + " bytes, but has " + bytes.length);
        }
        return new Receipt(bytes.clone());
    }

    /** The text in UTF-8. */
    public static Receipt of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Receipt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The size only: the bytes may be a secret. */
    @Override
    public String toString() {
        return "Receipt(" + bytes.length + " bytes)";
    }
}
