package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.restante.keystore.KeyReads;
import org.restante.keystore.KeyStore;
import org.restante.keystore.TransactionClosedException;
import org.restante.storage.Batch;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** A read-only transaction sees one moment and is in nobody's way. */
public interface ReadOnlyContract extends KeyStoreFixture {

    @Test
    @Scenario("K3")
    default void itSeesOneMomentHoweverOftenItReads() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "a", bytes("0")).put(SESSION, "b", bytes("0")));
        AtomicInteger runs = new AtomicInteger();

        String seen = keys.readOnly(reads -> {
            String a = session(reads, "a");
            if (runs.incrementAndGet() == 1) {
                Elsewhere.run(
                        threads(),
                        () -> keys.set(new Batch()
                                .put(SESSION, "a", bytes("1"))
                                .put(SESSION, "b", bytes("1"))
                                .put(SESSION, "c", bytes("1"))));
            }
            return a + session(reads, "b") + session(reads, "c");
        });

        // a store without snapshots runs it again and sees the later moment
        assertThat(seen).isIn("00none", "111");
        assertThat(session(keys, "a")).isEqualTo("1");
    }

    @Test
    default void itTakesNoLockAndWaitsForNone() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("before")));

        keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", bytes("after"));
            assertThat(Elsewhere.<String>get(threads(), () -> keys.readOnly(reads -> session(reads, "alice.1"))))
                    .isEqualTo("before");
            return tx;
        });
        keys.readOnly(reads -> {
            Elsewhere.run(threads(), () -> keys.transaction("alice.1", tx -> tx));
            return reads;
        });
    }

    @Test
    @Scenario("K15")
    default void itsHandleIsSealed() {
        KeyReads leaked = freshKeys().readOnly(reads -> reads);

        assertThatThrownBy(() -> leaked.get(SESSION, "alice.1")).isInstanceOf(TransactionClosedException.class);
    }

    @Test
    default void insideATransactionItSeesWhatThatSees() {
        KeyStore keys = freshKeys();

        String seen = keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", bytes("mine"));
            return keys.readOnly(reads -> session(reads, "alice.1"));
        });

        assertThat(seen).isEqualTo("mine");
    }
}
