package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeyStore;
import org.restante.keystore.LockNotHeldException;
import org.restante.keystore.TransactionClosedException;
import org.restante.storage.Batch;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** A transaction inside another one is part of it. */
public interface NestedContract extends KeyStoreFixture {

    @Test
    @Scenario("K13")
    default void aNestedTransactionJoins() {
        KeyStore keys = freshKeys();

        keys.transaction(List.of("alice.1", "bob.1"), tx -> {
            tx.put(SESSION, "alice.1", bytes("outer"));
            tx.transaction("bob.1", inner -> {
                assertThat(session(inner, "alice.1")).isEqualTo("outer");
                inner.put(SESSION, "bob.1", bytes("inner"));
                return inner;
            });
            assertThat(session(tx, "bob.1")).isEqualTo("inner");
            assertThat(Elsewhere.<String>get(threads(), () -> session(keys, "bob.1")))
                    .isEqualTo("none");
            return tx;
        });

        assertThat(session(keys, "bob.1")).isEqualTo("inner");
    }

    @Test
    @Scenario("K13")
    default void theStoreItselfIsPartOfTheTransactionWhoseWorkCallsIt() {
        ProfileId profile = Fresh.profile();

        keys(profile).transaction("alice.1", tx -> {
            keys(profile).set(new Batch().put(SESSION, "alice.1", bytes("through the store")));
            assertThat(session(tx, "alice.1")).isEqualTo("through the store");
            assertThat(session(keys(profile), "alice.1")).isEqualTo("through the store");
            assertThat(Elsewhere.<String>get(threads(), () -> session(keys(profile), "alice.1")))
                    .isEqualTo("none");
            return keys(profile).transaction("alice.1", inner -> inner);
        });

        assertThat(session(keys(profile), "alice.1")).isEqualTo("through the store");
    }

    @Test
    @Scenario("K13")
    default void aLockThatIsNotHeldIsRefusedInside() {
        ProfileId profile = Fresh.profile();
        KeyStore keys = keys(profile);

        keys.transaction("alice.1", tx -> {
            for (KeyStore store : List.of(tx, keys)) {
                assertThatThrownBy(() -> store.transaction(List.of("alice.1", "bob.1"), inner -> inner))
                        .isInstanceOf(LockNotHeldException.class)
                        .hasMessageContaining("bob.1")
                        .hasMessageContaining("alice.1");
            }
            assertThatThrownBy(() -> freshKeys().transaction("alice.1", inner -> inner))
                    .isInstanceOf(LockNotHeldException.class);
            tx.put(SESSION, "alice.1", bytes("goes on"));
            return tx;
        });

        assertThat(session(keys, "alice.1")).isEqualTo("goes on");
    }

    @Test
    @Scenario({"K6", "K13"})
    default void whatAFailedNestedTransactionChangedIsForgotten() {
        KeyStore keys = freshKeys();

        keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", bytes("outer"));
            assertThatThrownBy(() -> tx.transaction("alice.1", inner -> {
                        inner.put(SESSION, "alice.1", bytes("inner"));
                        inner.clear();
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("inside");
            return tx;
        });

        assertThat(session(keys, "alice.1")).isEqualTo("outer");
    }

    @Test
    default void aHandleIsRefusedOnAnotherThread() {
        KeyStore keys = freshKeys();

        keys.transaction("alice.1", tx -> {
            assertThatThrownBy(() -> Elsewhere.run(threads(), () -> tx.put(SESSION, "alice.1", bytes("x"))))
                    .isInstanceOf(TransactionClosedException.class)
                    .hasMessageContaining("belongs to the thread");
            return tx;
        });

        assertThat(session(keys, "alice.1")).isEqualTo("none");
    }
}
