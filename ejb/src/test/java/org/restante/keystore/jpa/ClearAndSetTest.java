package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.entry.Namespaces.PRE_KEY;
import static org.restante.entry.Namespaces.SESSION;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.Profile;
import org.restante.keystore.KeySelection;
import org.restante.storage.Batch;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainRestante;

/** A clearing that meets a set: it comes before the set or after it, and never in the midst of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Scenario({"K1", "K17"})
@SuppressWarnings("NullAway.Init") // before each test
class ClearAndSetTest {

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Profile profile;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        profile = PlainRestante.over(database.adapter()).profile("p");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void clearingTheKeysLeavesNoHalfOfASet() {
        leavesNoHalfOfASet(cleared -> cleared.keyStore().clear());
    }

    @Test
    void clearingTheKeysInATransactionLeavesNoHalfOfASet() {
        leavesNoHalfOfASet(cleared -> cleared.keyStore().transaction("alice.1", tx -> {
            tx.clear();
            return tx;
        }));
    }

    @Test
    void clearingTheProfileLeavesNoHalfOfASet() {
        leavesNoHalfOfASet(cleared -> cleared.storage().clear());
    }

    private void leavesNoHalfOfASet(Consumer<Profile> clear) {
        profile.keyStore().set(new Batch().put(SESSION, "old", new byte[] {1}));

        CompletableFuture<Object> clearing = database.transactions().required(() -> {
            profile.keyStore()
                    .set(new Batch().put(SESSION, "old", new byte[] {2}).put(PRE_KEY, "new", new byte[] {2}));
            CompletableFuture<Object> waiting = Elsewhere.start(Thread::new, () -> {
                clear.accept(profile);
                return profile;
            });
            await().until(() -> kind.waitingForLocks(database.dataSource()) == 1);
            return waiting;
        });
        Elsewhere.await(clearing);

        var left = profile.keyStore()
                .read(new KeySelection().add(SESSION, List.of("old")).add(PRE_KEY, List.of("new")));
        assertThat(left.of(SESSION)).isEmpty();
        assertThat(left.of(PRE_KEY)).isEmpty();
    }
}
