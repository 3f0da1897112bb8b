package org.restante.keystore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.UnreadableEntryException;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;
import org.restante.wiring.PlainRestante;

/** A kept plaintext that is there and cannot be read. */
class DamagedPlaintextTest {

    private static final ProfileId PROFILE = new ProfileId("p");

    private final StorageAdapter adapter = new MemoryStorageAdapter(InstantSource.system());
    private final DecryptOnce messages =
            PlainRestante.over(adapter).profile(PROFILE).decryptOnce();

    @Test
    @Scenario("K21")
    void isAnErrorAndTheMessageIsNotDecryptedAgain() {
        AtomicInteger decryptions = new AtomicInteger();
        decrypt(decryptions);
        String id =
                adapter.keys(PROFILE, "plaintext", PageRequest.first(1)).keys().get(0);
        adapter.apply(List.of(new Mutation.Put(
                new EntryKey(PROFILE, "plaintext", id),
                new Envelope(new byte[] {99}, new byte[] {1}),
                Expected.anything())));

        assertThatThrownBy(() -> decrypt(decryptions))
                .isInstanceOf(UnreadableEntryException.class)
                .hasMessageContaining("plaintext");

        assertThat(decryptions).hasValue(1);
    }

    private void decrypt(AtomicInteger decryptions) {
        messages.decrypt(List.of("alice.1"), bytes("c"), tx -> {
            decryptions.incrementAndGet();
            return bytes("plain");
        });
    }
}
