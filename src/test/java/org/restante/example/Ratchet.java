package org.restante.example;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Stands for the session of a real protocol: each message takes it one step on, and no step leads back. */
final class Ratchet {

    private static final int LENGTH = 32;

    private Ratchet() {}

    /** The session after that message. */
    static byte[] next(Optional<byte[]> session) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(session.orElseGet(() -> new byte[LENGTH]));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
