package org.restante.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.entry.InvalidInputException;
import org.restante.testing.Scenario;

@Scenario("S22")
class TinkCipherTest {

    private static final byte[] PAYLOAD = "payload".getBytes(UTF_8);
    private static final byte[] CONTEXT = "context".getBytes(UTF_8);

    private static final int IV_AND_TAG = 12 + 16;

    @TempDir
    Path folder;

    private KeysetFixture keyset;

    @BeforeEach
    void makeAKeyset() {
        keyset = new KeysetFixture(folder.resolve("keyset.json"));
    }

    @ParameterizedTest
    @CsvSource({"TINK, TINK", "TINK, RAW", "RAW, TINK", "RAW, RAW", "CRUNCHY, RAW"})
    void keysOfEveryOutputPrefixAreToldApartByTheirId(String oldPrefix, String newPrefix) {
        TinkCipher before = keyset.outputPrefixOfPrimary(oldPrefix).cipher();
        byte[] old = before.encrypt(PAYLOAD, CONTEXT);
        TinkCipher after = keyset.rotate().outputPrefixOfPrimary(newPrefix).cipher();

        assertThat(id(after)).isNotEqualTo(id(before));
        assertThat(after.decrypt(old, CONTEXT, id(before))).isEqualTo(PAYLOAD);
        assertThat(after.decrypt(after.encrypt(PAYLOAD, CONTEXT), CONTEXT, id(after)))
                .isEqualTo(PAYLOAD);
        assertThat(old).hasSize(IV_AND_TAG + PAYLOAD.length + (oldPrefix.equals("RAW") ? 0 : 5));
    }

    @Test
    void aPayloadIsTriedWithTheNamedKeyAndWithNoOther() {
        keyset.outputPrefixOfPrimary("RAW");
        byte[] old = keyset.cipher().encrypt(PAYLOAD, CONTEXT);
        TinkCipher rotated = keyset.rotate().outputPrefixOfPrimary("RAW").cipher();

        assertUnreadable(rotated, old, CONTEXT, id(rotated));
    }

    @Test
    void anotherContextDoesNotDecrypt() {
        TinkCipher cipher = keyset.cipher();

        assertUnreadable(cipher, cipher.encrypt(PAYLOAD, CONTEXT), "elsewhere".getBytes(UTF_8), id(cipher));
    }

    @Test
    void aDisabledKeyDecryptsNothing() {
        TinkCipher before = keyset.cipher();
        byte[] old = before.encrypt(PAYLOAD, CONTEXT);
        String enabled = "\"status\":\"ENABLED\",\"keyId\":" + Integer.toUnsignedString(id(before));

        TinkCipher after = keyset.rotate()
                .edit(enabled, enabled.replace("ENABLED", "DISABLED"))
                .cipher();

        assertUnreadable(after, old, CONTEXT, id(before));
    }

    @Test
    void keyIdsAboveTheSignedRangeAreNamedWithoutASign() {
        assertThatThrownBy(() -> keyset.cipher().decrypt(PAYLOAD, CONTEXT, -2))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("4294967294");
    }

    @Test
    void manyThreadsShareOneCipher() throws Exception {
        TinkCipher cipher = keyset.cipher();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> work = () -> (int) IntStream.range(0, 500)
                    .mapToObj(i -> ("payload " + i).getBytes(UTF_8))
                    .filter(bytes -> new String(
                                    cipher.decrypt(cipher.encrypt(bytes, CONTEXT), CONTEXT, id(cipher)), UTF_8)
                            .equals(new String(bytes, UTF_8)))
                    .count();
            int right = 0;
            for (Future<Integer> done : threads.invokeAll(List.of(work, work, work, work))) {
                right += done.get();
            }
            assertThat(right).isEqualTo(2000);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(folder.resolve("missing.json"), "does not exist");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() {
        assertRefused(folder, "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "hello", "{\"primaryKeyId\":1,\"key\":[]}"})
    void aFileThatIsNoKeysetIsRefused(String text) throws IOException {
        assertRefused(Files.writeString(folder.resolve("other.json"), text), "is not a Tink keyset");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        assertRefused(Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, 1}), "not UTF-8");
    }

    @Test
    void aKeysetForSomethingElseIsRefused() throws IOException, GeneralSecurityException {
        KeysetHandle mac = KeysetHandle.newBuilder()
                .setConfiguration(MacConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                        .withRandomId()
                        .makePrimary())
                .build();
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(mac, MacConfig2026.get(), InsecureSecretKeyAccess.get());

        assertRefused(Files.writeString(folder.resolve("mac.json"), json), "HmacKey");
    }

    @Test
    void aKeysetWithoutPrimaryKeyIsRefused() {
        keyset.edit("\"primaryKeyId\":", "\"formerKeyId\":");

        assertRefused(keyset.file(), "Primary key id not found");
    }

    @Test
    void aKeysetWhosePrimaryKeyIsDisabledIsRefused() {
        keyset.edit("ENABLED", "DISABLED");

        assertRefused(keyset.file(), "has a primary key that is not enabled");
    }

    private static int id(TinkCipher cipher) {
        return cipher.primaryKeyId().orElseThrow();
    }

    private static void assertUnreadable(TinkCipher cipher, byte[] payload, byte[] context, int keyId) {
        assertThatThrownBy(() -> cipher.decrypt(payload, context, keyId))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("the key " + Integer.toUnsignedString(keyId));
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> TinkCipher.fromKeyset(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("restante.encryption.keyset", file.toString(), problem);
    }
}
