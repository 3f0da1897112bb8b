package org.restante.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.dedup.Claim;
import org.restante.dedup.Decision;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.DedupLimits;
import org.restante.dedup.HashedKey;
import org.restante.dedup.KeyHash;
import org.restante.dedup.Receipt;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.Mutation;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.storage.UnreadableEntry;
import org.restante.storage.UnreadableEntryException;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

@Scenario("S22")
class EncryptionAtRestTest {

    private static final String MARKER = "MARKER-of-a-secret";
    private static final Namespace<String> NOTES = Namespace.of("notes", String.class);
    private static final ProfileId ALICE = new ProfileId("alice");

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());
    private final List<UnreadableEntry> told = new ArrayList<>();

    @TempDir
    Path folder;

    private KeysetFixture keyset;

    @BeforeEach
    void makeAKeyset() {
        keyset = new KeysetFixture(folder.resolve("keyset.json"));
    }

    @Test
    void nothingOfTheValueStandsInTheStoredBytes() {
        storage(PayloadCipher.none()).put(NOTES, "plain", MARKER);
        storage(keyset.cipher()).put(NOTES, "secret", MARKER);
        storage(keyset.cipher()).put(Namespaces.CREDS, "self", Map.of("noiseKey", MARKER));

        assertThat(storedText(NOTES.key(ALICE, "plain"))).contains(MARKER);
        assertThat(storedText(NOTES.key(ALICE, "secret"))).doesNotContain(MARKER);
        assertThat(storedText(Namespaces.CREDS.key(ALICE, "self"))).doesNotContain(MARKER, "noiseKey");
        assertThat(storage(keyset.cipher()).get(NOTES, "secret")).contains(MARKER);
    }

    @Test
    @Scenario("D15")
    void nothingOfAReceiptStandsInTheStoredBytesAndItComesBack() {
        MemoryDedupAdapter claims = new MemoryDedupAdapter();
        DedupCaches caches = new DedupCaches(
                claims,
                new EntryCodec(keyset.cipher()),
                new DedupCaches.Conduct(
                        namespace -> new DedupLimits(Duration.ofMinutes(1), Duration.ofHours(1)),
                        InstantSource.system(),
                        KeyHash.sha256()));
        DedupCache cache = caches.of("orders");
        Claim claim = ((Decision.Claimed) cache.claim("k")).claim();
        cache.complete(claim, Receipt.of(MARKER));
        cache.complete(claim, Receipt.of(MARKER));

        byte[] stored = claims.find(new HashedKey(claim.key(), KeyHash.sha256().of("k")))
                .orElseThrow()
                .receipt();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(MARKER);
        assertThat(cache.lookup("k"))
                .get()
                .extracting(standing -> ((Decision.Completed) standing).receipt())
                .isEqualTo(Receipt.of(MARKER));
    }

    @Test
    void oneValueEncryptedTwiceGivesDifferentBytes() {
        Storage storage = storage(keyset.cipher());
        storage.put(NOTES, "k", MARKER);
        String first = storedText(NOTES.key(ALICE, "k"));
        storage.put(NOTES, "k", MARKER);

        assertThat(storedText(NOTES.key(ALICE, "k"))).isNotEqualTo(first);
    }

    @Test
    void afterRotationOldEntriesAreReadAndNewOnesCarryTheNewKey() {
        TinkCipher before = keyset.cipher();
        storage(before).put(NOTES, "old", "written before");
        TinkCipher after = keyset.rotate().cipher();
        Storage storage = storage(after);
        storage.put(NOTES, "new", "written after");

        assertThat(storage.getAll(NOTES, List.of("old", "new")))
                .containsOnly(Map.entry("old", "written before"), Map.entry("new", "written after"));
        assertThat(storedKeyId("old")).isEqualTo(before.primaryKeyId());
        assertThat(storedKeyId("new")).isEqualTo(after.primaryKeyId()).isNotEqualTo(before.primaryKeyId());
    }

    @Test
    void anEntryWrittenAgainAfterRotationCarriesTheNewKey() {
        storage(keyset.cipher()).put(NOTES, "k", "before");
        TinkCipher after = keyset.rotate().cipher();
        storage(after).put(NOTES, "k", "after");

        assertThat(storedKeyId("k")).isEqualTo(after.primaryKeyId());
    }

    @Test
    void withTheWrongKeysetAnEntryIsUnreadableAndTheReasonNamesItsKey() {
        TinkCipher right = keyset.cipher();
        storage(right).put(NOTES, "k", MARKER);
        Storage wrong = storage(otherKeyset().cipher());

        assertUnreadable(wrong, "k", right);
        assertThat(wrong.get(NOTES, "k")).isEmpty();
        assertThat(storage(right).get(NOTES, "k")).contains(MARKER);
    }

    @Test
    void anotherKeyOfTheSameIdMakesEntriesUnreadable() {
        TinkCipher right = keyset.cipher();
        storage(right).put(NOTES, "k", MARKER);
        KeysetFixture other = otherKeyset();
        TinkCipher impostor = other.edit(text(other.cipher()), text(right)).cipher();

        assertThat(impostor.primaryKeyId()).isEqualTo(right.primaryKeyId());
        assertUnreadable(storage(impostor), "k", right);
    }

    @Test
    void entriesFromBeforeEncryptionAreReadAndEncryptedWhenTheyArePutAgain() {
        storage(PayloadCipher.none()).put(NOTES, "k", MARKER);
        TinkCipher cipher = keyset.cipher();
        Storage storage = storage(cipher);

        assertThat(storage.get(NOTES, "k")).contains(MARKER);
        assertThat(storedKeyId("k")).isEmpty();

        storage.put(NOTES, "k", MARKER);

        assertThat(storedText(NOTES.key(ALICE, "k"))).doesNotContain(MARKER);
        assertThat(storedKeyId("k")).isEqualTo(cipher.primaryKeyId());
    }

    @Test
    void withEncryptionSwitchedOffAnEncryptedEntryIsUnreadableAndTheReasonNamesItsKey() {
        TinkCipher cipher = keyset.cipher();
        storage(cipher).put(NOTES, "k", MARKER);

        assertUnreadable(storage(PayloadCipher.none()), "k", cipher);
    }

    @Test
    void aCiphertextMovedToAnotherRowIsUnreadable() {
        TinkCipher cipher = keyset.cipher();
        Storage storage = storage(cipher);
        storage.put(NOTES, "here", MARKER);
        Envelope envelope = stored(NOTES.key(ALICE, "here"));
        Namespace<String> elsewhere = Namespace.of("elsewhere", String.class);
        ProfileId bob = new ProfileId("bob");

        move(envelope, NOTES.key(ALICE, "there"));
        move(envelope, elsewhere.key(ALICE, "here"));
        move(envelope, NOTES.key(bob, "here"));

        assertUnreadable(storage, "there", cipher);
        assertThat(storage.lookup(elsewhere, "here")).isInstanceOf(Lookup.Unreadable.class);
        assertThat(PlainRestante.over(adapter, cipher, told::add)
                        .profile(bob)
                        .storage()
                        .lookup(NOTES, "here"))
                .isInstanceOf(Lookup.Unreadable.class);
        move(envelope, NOTES.key(ALICE, "here"));
        assertThat(storage.get(NOTES, "here")).contains(MARKER);
    }

    @Test
    void aCiphertextUnderAnotherMediaTypeIsUnreadable() {
        TinkCipher cipher = keyset.cipher();
        Storage storage = storage(cipher);
        storage.put(NOTES, "k", MARKER);
        Bytes payload = stored(NOTES.key(ALICE, "k")).payload();
        byte[] header = new EnvelopeHeader("text/plain", cipher.primaryKeyId()).write(payload);

        move(new Envelope(header, payload), NOTES.key(ALICE, "k"));

        assertUnreadable(storage, "k", cipher);
    }

    @Test
    void credentialsUnderAWrongKeyAreAnErrorAndNeverAMiss() {
        TinkCipher right = keyset.cipher();
        storage(right).put(Namespaces.CREDS, "self", Map.of("noiseKey", MARKER));
        Storage wrong = storage(otherKeyset().cipher());

        assertThatThrownBy(() -> wrong.get(Namespaces.CREDS, "self"))
                .isInstanceOf(UnreadableEntryException.class)
                .hasMessageContaining(text(right));
        assertThat(told).hasSize(1);
        assertThat(storage(right).get(Namespaces.CREDS, "self")).contains(Map.of("noiseKey", MARKER));
    }

    private Storage storage(PayloadCipher cipher) {
        return PlainRestante.over(adapter, cipher, told::add).profile(ALICE).storage();
    }

    private KeysetFixture otherKeyset() {
        return new KeysetFixture(folder.resolve("other.json"));
    }

    private void assertUnreadable(Storage storage, String key, TinkCipher writtenWith) {
        told.clear();
        Lookup<String> lookup = storage.lookup(NOTES, key);
        assertThat(lookup)
                .isInstanceOfSatisfying(
                        Lookup.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains("the key " + text(writtenWith))
                                .doesNotContain(MARKER));
        assertThat(told)
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).contains(text(writtenWith)));
    }

    private void move(Envelope envelope, EntryKey to) {
        adapter.apply(List.of(new Mutation.Put(to, envelope, Expected.anything())));
    }

    private Envelope stored(EntryKey key) {
        return Objects.requireNonNull(adapter.read(List.of(key)).get(key)).envelope();
    }

    private String storedText(EntryKey key) {
        Envelope envelope = stored(key);
        return new String(envelope.header(), ISO_8859_1)
                + new String(envelope.payload().toArray(), ISO_8859_1);
    }

    private OptionalInt storedKeyId(String key) {
        return EnvelopeHeader.read(stored(NOTES.key(ALICE, key))).keyId();
    }

    private static String text(TinkCipher cipher) {
        return Integer.toUnsignedString(cipher.primaryKeyId().orElseThrow());
    }
}
