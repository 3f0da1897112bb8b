package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.restante.entry.Namespaces.IDENTITY_KEY;
import static org.restante.entry.Namespaces.PRE_KEY;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransaction;
import org.restante.keystore.KeyWork;
import org.restante.keystore.TransactionClosedException;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.UnreadableEntryException;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;

/** One transaction by itself: what it sees, what others see of it, and how it ends. */
public interface TransactionContract extends KeyStoreFixture {

    @Test
    @Scenario("K2")
    default void aTransactionSeesItsOwnWritesAndNobodyElseDoesBeforeTheCommit() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("old")).put(PRE_KEY, "7", bytes("seven")));

        String seenByOthers = keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", bytes("new"));
            tx.delete(PRE_KEY, "7");
            assertThat(session(tx, "alice.1")).isEqualTo("new");
            assertThat(tx.get(PRE_KEY, "7")).isEmpty();
            return Elsewhere.get(
                    threads(),
                    () -> session(keys, "alice.1") + " "
                            + keys.get(PRE_KEY, "7").isPresent());
        });

        assertThat(seenByOthers).isEqualTo("old true");
        assertThat(session(keys, "alice.1")).isEqualTo("new");
        assertThat(keys.get(PRE_KEY, "7")).isEmpty();
    }

    @Test
    @Scenario("K3")
    default void readsAreRepeatable() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "bob.1", bytes("before")));

        keys.transaction("alice.1", tx -> {
            assertThat(session(tx, "bob.1")).isEqualTo("before");
            assertThat(session(tx, "carol.1")).isEqualTo("none");
            Elsewhere.run(
                    threads(),
                    () -> keys.set(
                            new Batch().put(SESSION, "bob.1", bytes("after")).put(SESSION, "carol.1", bytes("after"))));
            assertThat(session(tx, "bob.1")).isEqualTo("before");
            assertThat(session(tx, "carol.1")).isEqualTo("none");
            return tx;
        });
    }

    @Test
    @Scenario("S18")
    default void valuesAreCopiedIntoATransactionAndOutOfIt() {
        KeyStore keys = freshKeys();
        byte[] value = bytes("a");

        keys.transaction("alice.1", tx -> {
            tx.put(SESSION, "alice.1", value);
            value[0] = 'x';
            tx.get(SESSION, "alice.1").orElseThrow()[0] = 'y';
            assertThat(session(tx, "alice.1")).isEqualTo("a");
            return tx;
        });

        assertThat(session(keys, "alice.1")).isEqualTo("a");
    }

    @Test
    @Scenario("K6")
    default void whateverWorkThrowsUndoesItAndReachesTheCallerAsItIs() {
        KeyStore keys = freshKeys();
        for (Throwable failure : List.of(
                new IOException("checked"), new IllegalStateException("unchecked"), new AssertionError("error"))) {
            Throwable caught = catchThrowable(() -> keys.transaction("alice.1", tx -> {
                tx.put(SESSION, "alice.1", bytes("lost"));
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (Exception) failure;
            }));

            assertThat(caught).isSameAs(failure);
            assertThat(caught.getSuppressed()).isEmpty();
            assertThat(session(keys, "alice.1")).isEqualTo("none");
            Elsewhere.run(
                    threads(),
                    () -> assertThat(keys.<String, RuntimeException>transaction("alice.1", tx -> "free"))
                            .isEqualTo("free"));
        }
    }

    @Test
    @Scenario("K11")
    default void workThatFailsForGoodIsRunOnce() {
        KeyStore keys = freshKeys();
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        assertThat(runs).hasValue(1);
    }

    @Test
    @Scenario({"K15", "K19"})
    default void aHandleIsSealedAfterCommitAndAfterRollback() {
        KeyStore keys = freshKeys();
        List<KeyTransaction> leaked = new ArrayList<>();

        keys.transaction("alice.1", tx -> {
            leaked.add(tx);
            assertThat(tx.inTransaction()).isTrue();
            assertThat(keys.inTransaction()).isTrue();
            assertThat(Elsewhere.<Boolean>get(threads(), tx::inTransaction)).isTrue();
            assertThat(Elsewhere.<Boolean>get(threads(), keys::inTransaction)).isFalse();
            return tx;
        });
        leaked.forEach(TransactionContract::requireSealed);
        assertThat(keys.inTransaction()).isFalse();

        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    leaked.add(tx);
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        leaked.forEach(TransactionContract::requireSealed);
        assertThat(session(keys, "alice.1")).isEqualTo("none");
    }

    @Test
    @Scenario("K20")
    default void aValueThatWasNotReadableIsNeverOverwrittenByARollback() {
        ProfileId profile = Fresh.profile();
        KeyStore keys = keys(profile);
        Namespace<Map<String, Object>> asMaps = Namespace.ofMaps(SESSION.name());
        keys.set(new Batch().put(asMaps, "alice.1", Map.of("root", "key")));
        Namespace<Integer> asNumbers = SESSION.as(Integer.class);

        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    assertThat(tx.get(asNumbers, "alice.1")).isEmpty();
                    tx.put(SESSION, "bob.1", bytes("b"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(keys.get(asMaps, "alice.1")).contains(Map.of("root", "key"));
    }

    @Test
    @Scenario("S10")
    default void anIdentityKeyThatCannotBeReadIsAnErrorInATransactionToo() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(Namespace.ofMaps(IDENTITY_KEY.name()), "alice.1", Map.of("damaged", true)));

        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> tx.get(IDENTITY_KEY.as(Integer.class), "alice.1")))
                .isInstanceOf(UnreadableEntryException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless caller gives
    default void badInputLocksNothing() {
        KeyWork<KeyTransaction, Object, RuntimeException> nothing = null;
        KeyStore keys = freshKeys();

        refused("lockKeys", () -> keys.transaction(List.of(), tx -> tx));
        refused("lockKey", () -> keys.transaction(List.of("fine", "x".repeat(513)), tx -> tx));
        refused("lockKey", () -> keys.transaction("", tx -> tx));
        refused("lockKey", () -> keys.transaction((String) null, tx -> tx));
        refused("work", () -> keys.transaction("fine", nothing));
        Elsewhere.run(
                threads(),
                () -> keys.transaction("fine", tx -> assertThat(tx.lockKeys()).containsExactly("fine")));
    }

    @Test
    default void aConditionIsNotLostByADeletionAfterIt() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("stored")));

        for (Consumer<KeyTransaction> deletion :
                List.<Consumer<KeyTransaction>>of(tx -> tx.delete(SESSION, "alice.1"), KeyTransaction::clear)) {
            refused(
                    "expected",
                    () -> keys.transaction("alice.1", tx -> {
                        tx.set(new Batch().put(SESSION, "alice.1", bytes("new"), Expected.absent()));
                        deletion.accept(tx);
                        return tx;
                    }));
        }

        assertThat(session(keys, "alice.1")).isEqualTo("stored");
    }

    @Test
    default void oneTypeIsNotWantedWithTwoTypesOfValues() {
        KeySelection wanted = new KeySelection().add(SESSION, List.of("alice.1"));

        refused("type", () -> wanted.add(SESSION.as(String.class), List.of("bob.1")));
    }

    private static void requireSealed(KeyTransaction handle) {
        assertThat(handle.inTransaction()).isFalse();
        closed(() -> handle.get(SESSION, "alice.1"));
        closed(() -> handle.put(SESSION, "alice.1", bytes("late")));
        closed(() -> handle.delete(SESSION, "alice.1"));
        closed(handle::clear);
        closed(() -> handle.transaction("alice.1", tx -> tx));
        closed(handle::lockKeys);
        closed(() -> handle.fencingToken("alice.1"));
    }

    private static void closed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TransactionClosedException.class);
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
