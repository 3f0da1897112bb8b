package org.restante.storage.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.OptionalInt;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.restante.codec.PayloadCipher;
import org.restante.codec.UnreadableValueException;

/**
 * The least that encryption at rest asks of a cipher, out of the JDK, so that the contract runs without any library.
 *
 * @param keys 16 characters each, by key id
 */
public record TestCipher(int primary, Map<Integer, String> keys) implements PayloadCipher {

    private static final int NONCE_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public OptionalInt primaryKeyId() {
        return OptionalInt.of(primary);
    }

    @Override
    public byte[] encrypt(byte[] payload, byte[] context) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, primary, nonce, context).doFinal(payload);
            return ByteBuffer.allocate(NONCE_LENGTH + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] decrypt(byte[] payload, byte[] context, int keyId) {
        if (!keys.containsKey(keyId)) {
            throw new UnreadableValueException("there is no key " + Integer.toUnsignedString(keyId));
        }
        try {
            byte[] nonce = ByteBuffer.wrap(payload).slice(0, NONCE_LENGTH).array();
            return cipher(Cipher.DECRYPT_MODE, keyId, nonce, context)
                    .doFinal(payload, NONCE_LENGTH, payload.length - NONCE_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new UnreadableValueException("the key " + Integer.toUnsignedString(keyId) + " does not fit", e);
        }
    }

    private Cipher cipher(int mode, int keyId, byte[] nonce, byte[] context) throws GeneralSecurityException {
        byte[] key = String.valueOf(keys.get(keyId)).getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce, 0, NONCE_LENGTH));
        cipher.updateAAD(context);
        return cipher;
    }
}
