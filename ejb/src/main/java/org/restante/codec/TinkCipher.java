package org.restante.codec;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.restante.entry.InvalidInputException;

/**
 * Authenticated encryption with the keys of a Tink keyset: the primary key encrypts, every enabled key decrypts what was
 * encrypted with it. The keyset is read once; thread-safe.
 */
public final class TinkCipher implements PayloadCipher {

    /** The setting that names the keyset file, by which a file that cannot be used is refused. */
    public static final String SETTING = "restante.encryption.keyset";

    private final Map<Integer, Aead> enabled;
    private final int primaryKeyId;
    private final Aead primary;

    private TinkCipher(Map<Integer, Aead> enabled, int primaryKeyId, Aead primary) {
        this.enabled = enabled;
        this.primaryKeyId = primaryKeyId;
        this.primary = primary;
    }

    /**
     * The cipher of a keyset file: Tink's JSON, in clear, AEAD keys of any type, as {@link KeysetTool} makes it.
     *
     * @throws InvalidInputException naming {@value #SETTING}, the file and what is wrong with it: missing, unreadable, no
     *     keyset, keys for something else, primary key not enabled
     */
    public static TinkCipher fromKeyset(Path file) {
        try {
            return of(file, KeysetFile.read(file));
        } catch (KeysetFileException e) {
            throw new InvalidInputException(SETTING, "cannot be used: " + e.getMessage());
        }
    }

    private static TinkCipher of(Path file, KeysetHandle keyset) throws KeysetFileException {
        Map<Integer, Aead> enabled = new HashMap<>();
        KeysetHandle.Entry primary = null;
        for (int i = 0; i < keyset.size(); i++) {
            KeysetHandle.Entry entry = keyset.getAt(i);
            if (entry.getStatus() == KeyStatus.ENABLED) {
                enabled.put(entry.getId(), aead(file, entry));
                primary = entry.isPrimary() ? entry : primary;
            }
        }
        if (primary == null) {
            throw new KeysetFileException(file, "has a primary key that is not enabled");
        }
        return new TinkCipher(Map.copyOf(enabled), primary.getId(), aead(file, primary));
    }

    /** One key by itself, so that a payload is tried with the key that its header names and with no other. */
    private static Aead aead(Path file, KeysetHandle.Entry entry) throws KeysetFileException {
        try {
            KeysetHandle single = KeysetHandle.newBuilder()
                    .setConfiguration(KeysetFile.AEAD)
                    .addEntry(KeysetHandle.importKey(entry.getKey())
                            .withFixedId(entry.getId())
                            .makePrimary())
                    .build();
            return single.getPrimitive(KeysetFile.AEAD, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new KeysetFileException(
                    file, "has the key " + Integer.toUnsignedString(entry.getId()) + ", which cannot be used here", e);
        }
    }

    @Override
    public OptionalInt primaryKeyId() {
        return OptionalInt.of(primaryKeyId);
    }

    @Override
    public byte[] encrypt(byte[] payload, byte[] context) {
        try {
            return primary.encrypt(payload, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key " + Integer.toUnsignedString(primaryKeyId) + " does not encrypt " + payload.length
                            + " bytes",
                    e);
        }
    }

    @Override
    public byte[] decrypt(byte[] payload, byte[] context, int keyId) {
        Aead key = enabled.get(keyId);
        String id = Integer.toUnsignedString(keyId);
        if (key == null) {
            throw new UnreadableValueException(
                    "encrypted with the key " + id + ", which the keyset does not have enabled");
        }
        try {
            return key.decrypt(payload, context);
        } catch (GeneralSecurityException e) {
            throw new UnreadableValueException(
                    "the key " + id
                            + " does not decrypt it: another key had this id, or the entry was moved or changed",
                    e);
        }
    }
}
