package org.restante.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform is required to have. */
public final class Sha256 {

    private Sha256() {}

    /** One that is begun, for a value in parts. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That of these bytes. */
    public static byte[] of(byte[] bytes) {
        return begin().digest(bytes);
    }
}
