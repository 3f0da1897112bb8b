package org.restante.keystore.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.CREDS;
import static org.restante.entry.Namespaces.PRE_KEY;
import static org.restante.entry.Namespaces.SESSION;
import static org.restante.keystore.contract.KeyStoreFixture.bytes;
import static org.restante.keystore.contract.KeyStoreFixture.session;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;
import org.restante.keystore.FoundKeys;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;
import org.restante.storage.Batch;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.VersionConflictException;
import org.restante.testing.Scenario;

/** Keys are read and set several at a time, of any types. */
public interface ReadAndSetContract extends KeyStoreFixture {

    @Test
    @Scenario("K1")
    default void getGivesOnlyWhatIsThere() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("a")).put(SESSION, "bob.1", bytes("b")));

        Map<String, byte[]> found = keys.get(SESSION, List.of("alice.1", "carol.1", "bob.1"));

        assertThat(found).containsOnlyKeys("alice.1", "bob.1").containsEntry("alice.1", bytes("a"));
        assertThat(keys.get(SESSION, List.of())).isEmpty();
        assertThat(keys.get(SESSION, "carol.1")).isEmpty();
    }

    @Test
    @Scenario("K1")
    default void oneSetChangesSeveralTypesAndDeletesWhatIsNull() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("old")).put(PRE_KEY, "7", bytes("seven")));

        keys.set(new Batch()
                .put(SESSION, "alice.1", bytes("new"))
                .delete(PRE_KEY, "7")
                .put(PRE_KEY, "8", bytes("eight")));

        FoundKeys found =
                keys.read(new KeySelection().add(SESSION, List.of("alice.1")).add(PRE_KEY, List.of("7", "8")));
        assertThat(found.of(SESSION)).containsEntry("alice.1", bytes("new"));
        assertThat(found.of(PRE_KEY)).containsOnlyKeys("8");
    }

    @Test
    @Scenario("K1")
    default void aSetWithOneRefusedValueWritesNothing() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("kept")));
        Batch batch = new Batch()
                .put(SESSION, "alice.1", bytes("lost"))
                .put(PRE_KEY, "7", bytes("seven"), Expected.version(1));

        assertThatThrownBy(() -> keys.set(batch))
                .isInstanceOf(VersionConflictException.class)
                .hasMessageContaining("pre-key/7");

        assertThat(session(keys, "alice.1")).isEqualTo("kept");
    }

    @Test
    default void aWriteThatNamesTheVersionItReadIsRefusedWhenTheSessionHasGoneOn() {
        KeyStore keys = freshKeys();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("first")));
        long read = ((Lookup.Found<byte[]>) keys.lookup(SESSION, "alice.1")).version();
        keys.set(new Batch().put(SESSION, "alice.1", bytes("second"), Expected.version(read)));

        assertThatThrownBy(
                        () -> keys.set(new Batch().put(SESSION, "alice.1", bytes("backwards"), Expected.version(read))))
                .isInstanceOf(VersionConflictException.class);
        assertThatThrownBy(() -> keys.transaction("alice.1", tx -> {
                    tx.put(SESSION, "alice.1", bytes("backwards"), Expected.version(read));
                    return tx;
                }))
                .isInstanceOf(VersionConflictException.class);

        assertThat(session(keys, "alice.1")).isEqualTo("second");
    }

    @Test
    @Scenario("K18")
    default void deletingWhatIsNotThereIsFine() {
        KeyStore keys = freshKeys();

        assertThatCode(() -> {
                    keys.set(new Batch().delete(PRE_KEY, "7"));
                    keys.transaction("p", tx -> {
                        tx.delete(PRE_KEY, "7");
                        return tx;
                    });
                })
                .doesNotThrowAnyException();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller without generics can do
    default void badInputIsRefusedByNameAndNothingIsWritten() {
        KeyStore keys = freshKeys();
        Namespace<Object> raw = (Namespace) SESSION;

        refused("type", () -> keys.get(CREDS, List.of("self")));
        refused("type", () -> keys.set(new Batch().put(SESSION, "a", bytes("x")).put(CREDS, "self", Map.of())));
        refused("type", () -> keys.lookup(CREDS, "self"));
        refused("id", () -> keys.get(SESSION, List.of("x".repeat(513))));
        refused("key", () -> keys.set(new Batch().put(SESSION, "a", bytes("x")).delete(SESSION, "x".repeat(513))));
        refused(
                "value",
                () -> keys.set(new Batch().put(SESSION, "a", bytes("x")).put(raw, "b", "a text")));
        refused("namespace", () -> keys.get(Namespace.of("x".repeat(65), byte[].class), "a"));

        assertThat(session(keys, "a")).isEqualTo("none");
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
