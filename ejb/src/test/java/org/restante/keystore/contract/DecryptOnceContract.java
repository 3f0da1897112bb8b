package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.keystore.DecryptOnce;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** A message is decrypted once, however often it is delivered. */
public interface DecryptOnceContract extends KeyStoreFixture {

    @Test
    @Scenario("K21")
    default void aRedeliveryIsGivenTheStoredPlaintextUntilTheHandlerIsDone() {
        Profile profile = restante().profile(Fresh.profile());

        assertThat(decrypt(profile, List.of("alice.1"), "c1")).isEqualTo("1:c1");
        assertThat(decrypt(profile, List.of("alice.1"), "c2")).isEqualTo("2:c2");
        assertThat(decrypt(profile, List.of("alice.1"), "c1")).isEqualTo("1:c1");
        assertThat(decrypt(profile, List.of("bob.1"), "c1")).isEqualTo("3:c1");

        profile.decryptOnce().handled(List.of("alice.1"), bytes("c1"));
        assertThat(decrypt(profile, List.of("alice.1"), "c1")).isEqualTo("4:c1");
        assertThat(decrypt(profile, List.of("bob.1"), "c1")).isEqualTo("3:c1");
    }

    @Test
    default void aDecryptionThatFailsAdvancesNothingAndKeepsNothing() {
        Profile profile = restante().profile(Fresh.profile());

        assertThatThrownBy(() -> profile.decryptOnce().decrypt(List.of("alice.1"), bytes("c"), tx -> {
                    tx.put(SESSION, "ratchet", bytes("9"));
                    throw new IllegalStateException("damaged");
                }))
                .hasMessage("damaged");

        assertThat(session(profile.keyStore(), "ratchet")).isEqualTo("none");
        assertThat(decrypt(profile, List.of("alice.1"), "c")).isEqualTo("1:c");
    }

    @Test
    default void manyDeliveriesAtOnceAdvanceTheRatchetOnce() {
        Profile profile = restante().profile(Fresh.profile());

        assertThat(Race.of(threads(), 8, racer -> decrypt(profile, List.of("alice.1"), "c")))
                .containsOnly("1:c");
    }

    @Test
    default void plaintextsThatNobodyHandledAreForgottenByAge() {
        Profile profile = restante().profile(Fresh.profile());
        decrypt(profile, List.of("alice.1"), "c1");
        decrypt(profile, List.of("alice.1"), "c2");
        DecryptOnce messages = profile.decryptOnce();

        assertThat(messages.forget(Instant.EPOCH)).isZero();
        assertThat(decrypt(profile, List.of("alice.1"), "c1")).isEqualTo("1:c1");
        assertThat(messages.forget(Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo(2);
        assertThat(decrypt(profile, List.of("alice.1"), "c1")).isEqualTo("3:c1");
    }

    /** The plaintext has the number to which the ratchet was advanced for it. */
    private static String decrypt(Profile profile, Collection<String> locks, String ciphertext) {
        byte[] plaintext = profile.decryptOnce().decrypt(locks, bytes(ciphertext), tx -> {
            String before = session(tx, "ratchet");
            String next = before.equals("none") ? "1" : String.valueOf(Integer.parseInt(before) + 1);
            tx.put(SESSION, "ratchet", bytes(next));
            return bytes(next + ":" + ciphertext);
        });
        return new String(plaintext, StandardCharsets.UTF_8);
    }
}
