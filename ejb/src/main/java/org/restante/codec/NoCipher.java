package org.restante.codec;

import java.util.OptionalInt;

/** Encryption at rest is off. */
enum NoCipher implements PayloadCipher {
    INSTANCE;

    @Override
    public OptionalInt primaryKeyId() {
        return OptionalInt.empty();
    }

    @Override
    public byte[] encrypt(byte[] payload, byte[] context) {
        return payload;
    }

    @Override
    public byte[] decrypt(byte[] payload, byte[] context, int keyId) {
        throw new UnreadableValueException(
                "encrypted with the key " + Integer.toUnsignedString(keyId) + ", but no keyset is configured");
    }
}
