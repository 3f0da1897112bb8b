package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.codec.Bytes;
import org.restante.codec.Content;
import org.restante.codec.Envelope;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.Mutation;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** Encryption at rest, with any cipher: a test of a real one gives its own keysets. */
public interface EncryptionContract extends StorageFixture {

    Namespace<String> LETTERS = Namespace.of("letters", String.class);
    String MARKER = "a marker that nobody may find in the store";

    /** A keyset of one key. */
    default PayloadCipher firstKeyset() {
        return new TestCipher(0x80000001, Map.of(0x80000001, "0123456789abcdef"));
    }

    /** The same keyset after a rotation: the old key can still decrypt, another one encrypts. */
    default PayloadCipher rotatedKeyset() {
        return new TestCipher(2, Map.of(0x80000001, "0123456789abcdef", 2, "fedcba9876543210"));
    }

    /** A keyset that has neither of these keys. */
    default PayloadCipher otherKeyset() {
        return new TestCipher(3, Map.of(3, "0123456789abcdef"));
    }

    @Test
    @Scenario("S22")
    default void theStoreHoldsNoPlaintext() {
        ProfileId profile = Fresh.profile();
        Namespace<byte[]> bytes = LETTERS.as(byte[].class);

        storage(profile, firstKeyset()).put(LETTERS, "text", MARKER);
        storage(profile, firstKeyset()).put(bytes, "bytes", MARKER.getBytes(StandardCharsets.UTF_8));
        storage(profile, PayloadCipher.none()).put(LETTERS, "open", MARKER);

        assertThat(raw(profile, "text")).doesNotContain(MARKER);
        assertThat(raw(profile, "bytes")).doesNotContain(MARKER);
        assertThat(raw(profile, "open")).contains(MARKER);
        assertThat(storage(profile, firstKeyset()).get(LETTERS, "text")).contains(MARKER);
        assertThat(storage(profile, firstKeyset()).get(bytes, "bytes"))
                .contains(MARKER.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Scenario({"S22", "S1"})
    default void aValueInSegmentsIsEncryptedAndRoundTrips() {
        ProfileId profile = Fresh.profile();
        Namespace<Content> contents = LETTERS.as(Content.class);
        byte[] marker = MARKER.getBytes(StandardCharsets.UTF_8);
        Content content = new Content(Content.OCTET_STREAM, Bytes.of(marker, new byte[100_000], marker));

        storage(profile, firstKeyset()).put(contents, "k", content);

        assertThat(raw(profile, "k")).doesNotContain(MARKER);
        assertThat(storage(profile, firstKeyset()).get(contents, "k")).contains(content);
    }

    @Test
    @Scenario("S22")
    default void entriesFromBeforeEncryptionAreStillRead() {
        ProfileId profile = Fresh.profile();
        storage(profile, PayloadCipher.none()).put(LETTERS, "k", MARKER);

        assertThat(storage(profile, firstKeyset()).get(LETTERS, "k")).contains(MARKER);
    }

    @Test
    @Scenario("S22")
    default void afterARotationOldEntriesAreReadAndNewOnesCarryTheNewKey() {
        ProfileId profile = Fresh.profile();
        storage(profile, firstKeyset()).put(LETTERS, "old", "old letter");

        Storage rotated = storage(profile, rotatedKeyset());
        rotated.put(LETTERS, "new", "new letter");

        assertThat(rotated.getAll(LETTERS, List.of("old", "new")))
                .isEqualTo(Map.of("old", "old letter", "new", "new letter"));
        assertUnreadableNaming(rotatedKeyset(), storage(profile, firstKeyset()).lookup(LETTERS, "new"));
        rotated.put(LETTERS, "old", "written anew");
        assertUnreadableNaming(rotatedKeyset(), storage(profile, firstKeyset()).lookup(LETTERS, "old"));
    }

    @Test
    @Scenario({"S22", "S9"})
    default void withoutTheRightKeyAnEntryIsUnreadableAndItsKeyIsNamed() {
        ProfileId profile = Fresh.profile();
        storage(profile, firstKeyset()).put(LETTERS, "k", MARKER);

        assertUnreadableNaming(firstKeyset(), storage(profile, otherKeyset()).lookup(LETTERS, "k"));
        assertUnreadableNaming(
                firstKeyset(), storage(profile, PayloadCipher.none()).lookup(LETTERS, "k"));
        assertThat(storage(profile, otherKeyset()).get(LETTERS, "k")).isEmpty();
        assertThat(storage(profile, firstKeyset()).get(LETTERS, "k")).contains(MARKER);
    }

    @Test
    @Scenario({"S22", "S9"})
    default void anEntryThatWasMovedToAnotherPlaceIsUnreadable() {
        ProfileId profile = Fresh.profile();
        Storage storage = storage(profile, firstKeyset());
        storage.put(LETTERS, "k", MARKER);
        List<EntryKey> elsewhere = List.of(
                LETTERS.key(profile, "other"),
                new EntryKey(profile, "parcels", "k"),
                LETTERS.key(Fresh.profile(), "k"));
        elsewhere.forEach(key -> adapter()
                .apply(List.of(new Mutation.Put(key, envelope(LETTERS.key(profile, "k")), Expected.anything()))));

        assertUnreadableNaming(firstKeyset(), storage.lookup(LETTERS, "other"));
        assertUnreadableNaming(firstKeyset(), storage.lookup(Namespace.of("parcels", String.class), "k"));
        assertUnreadableNaming(
                firstKeyset(),
                storage(elsewhere.get(2).profile(), firstKeyset()).lookup(LETTERS, "k"));
    }

    private Storage storage(ProfileId profile, PayloadCipher cipher) {
        return PlainRestante.over(adapter(), cipher, unreadable -> {})
                .profile(profile)
                .storage();
    }

    private String raw(ProfileId profile, String key) {
        Envelope envelope = envelope(LETTERS.key(profile, key));
        return new String(envelope.header(), StandardCharsets.ISO_8859_1)
                + new String(envelope.payload().toArray(), StandardCharsets.ISO_8859_1);
    }

    private Envelope envelope(EntryKey key) {
        return Objects.requireNonNull(adapter().read(List.of(key)).get(key)).envelope();
    }

    private static void assertUnreadableNaming(PayloadCipher writer, Lookup<String> lookup) {
        String keyId = Integer.toUnsignedString(writer.primaryKeyId().orElseThrow());
        assertThat(lookup)
                .isInstanceOfSatisfying(
                        Lookup.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains(keyId));
    }
}
