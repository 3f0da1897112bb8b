package org.restante.codec;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A keyset file that tests make and rotate. */
final class KeysetFixture {

    private final Path file;

    /** Makes the file with one key, which is primary. */
    KeysetFixture(Path file) {
        this.file = file;
        try {
            KeysetFile.create(file, withNewPrimaryKey(KeysetHandle.newBuilder()).build());
        } catch (GeneralSecurityException | KeysetFileException e) {
            throw new IllegalStateException(e);
        }
    }

    Path file() {
        return file;
    }

    /** A new cipher over the file as it is now: a node that starts. */
    TinkCipher cipher() {
        return TinkCipher.fromKeyset(file);
    }

    /** Adds a key and makes it primary. */
    KeysetFixture rotate() {
        try {
            KeysetHandle.Builder builder = KeysetHandle.newBuilder(KeysetFile.read(file));
            KeysetFile.replace(file, withNewPrimaryKey(builder).build());
        } catch (GeneralSecurityException | KeysetFileException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Changes the text of the file, in every place where the old text is. */
    KeysetFixture edit(String oldText, String newText) {
        try {
            String json = Files.readString(file);
            if (!json.contains(oldText)) {
                throw new IllegalArgumentException("the keyset has no " + oldText);
            }
            Files.writeString(file, json.replace(oldText, newText));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Sets what Tink writes in front of the ciphertexts of the primary key, which was {@code TINK}. */
    KeysetFixture outputPrefixOfPrimary(String prefix) {
        String entry = "\"keyId\":"
                + Integer.toUnsignedString(cipher().primaryKeyId().orElseThrow()) + ",\"outputPrefixType\":";
        return edit(entry + "\"TINK\"", entry + '"' + prefix + '"');
    }

    private static KeysetHandle.Builder withNewPrimaryKey(KeysetHandle.Builder builder) {
        return builder.setConfiguration(KeysetFile.AEAD)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary());
    }
}
