package org.restante.codec;

import java.util.OptionalInt;

/** Encryption of payloads at rest. Implementations are thread-safe. */
public interface PayloadCipher {

    /** The key with which the next payload is encrypted; empty when payloads are stored as they are. */
    OptionalInt primaryKeyId();

    /**
     * Encrypts a payload with the primary key.
     *
     * @param context what the payload belongs to; the same bytes are needed to decrypt
     */
    byte[] encrypt(byte[] payload, byte[] context);

    /**
     * Decrypts a payload.
     *
     * @param keyId the key with which the payload was encrypted
     * @throws UnreadableValueException when that key is not there or does not fit; the reason names the key id
     */
    byte[] decrypt(byte[] payload, byte[] context, int keyId);

    /** Stores payloads as they are, and reads no encrypted one. */
    static PayloadCipher none() {
        return NoCipher.INSTANCE;
    }
}
