package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.CREDS;
import static org.restante.entry.Namespaces.CREDS_KEY;
import static org.restante.entry.Namespaces.PRE_KEY;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyStore;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.Storage;
import org.restante.storage.VersionConflictException;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** Clearing takes every key and no credentials. */
public interface ClearKeysContract extends KeyStoreFixture {

    /** A type that only the store itself knows of. */
    Namespace<String> UNHEARD_OF = Namespace.of("unheard-of", String.class);

    @Test
    @Scenario("K17")
    default void clearRemovesEveryTypeAndLeavesCredentialsAndOtherProfiles() {
        ProfileId profile = Fresh.profile();
        Storage storage = restante().profile(profile).storage();
        KeyStore other = freshKeys();
        storage.put(UNHEARD_OF, "x", "y");
        storage.put(SESSION, "alice.1", bytes("a"));
        storage.put(CREDS, CREDS_KEY, Map.of("me", "kept"));
        other.set(new Batch().put(SESSION, "alice.1", bytes("kept")));

        keys(profile).clear();

        assertThat(storage.get(UNHEARD_OF, "x")).isEmpty();
        assertThat(storage.get(SESSION, "alice.1")).isEmpty();
        assertThat(storage.get(CREDS, CREDS_KEY)).contains(Map.of("me", "kept"));
        assertThat(session(other, "alice.1")).isEqualTo("kept");
        keys(profile).clear();
    }

    @Test
    @Scenario("K17")
    default void inATransactionItTakesEffectAtTheCommitAndWhatIsSetAfterItSurvives() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("old")).put(PRE_KEY, "7", bytes("seven")));

        keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "bob.1", bytes("before the clearing"));
            tx.clear();
            tx.put(SESSION, "alice.1", bytes("new"));
            assertThat(tx.get(PRE_KEY, "7")).isEmpty();
            assertThat(session(tx, "bob.1")).isEqualTo("none");
            assertThat(session(tx, "alice.1")).isEqualTo("new");
            assertThat(Elsewhere.<String>get(threads(), () -> session(keys, "alice.1")))
                    .isEqualTo("old");
            return tx;
        });

        assertThat(session(keys, "alice.1")).isEqualTo("new");
        assertThat(session(keys, "bob.1")).isEqualTo("none");
        assertThat(keys.get(PRE_KEY, "7")).isEmpty();
    }

    @Test
    @Scenario({"K6", "K17"})
    default void aClearingThatIsRolledBackOrRefusedRemovesNothing() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("kept")));

        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    tx.clear();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    tx.clear();
                    tx.put(SESSION, "alice.1", bytes("new"), Expected.present());
                    return tx;
                }))
                .isInstanceOf(VersionConflictException.class);

        assertThat(session(keys, "alice.1")).isEqualTo("kept");
    }
}
