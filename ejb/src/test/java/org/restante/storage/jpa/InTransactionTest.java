package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.RollbackException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** Entries as a part of the caller's transaction. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the first test
class InTransactionTest {

    private static final Namespace<String> ITEMS = Namespace.of("items", String.class);
    private static final ProfileId PROFILE = new ProfileId("p");

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Transactions transactions;
    private Storage storage;

    @BeforeParameterizedClassInvocation
    void open() {
        database = new JpaFixture(kind);
        transactions = database.transactions();
        storage = database.storage(PROFILE.value());
    }

    @AfterParameterizedClassInvocation
    void close() {
        database.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(database.connectionsInUse()).isZero();
        storage.clear();
    }

    @Test
    void whatARolledBackTransactionDidIsUndone() {
        storage.put(ITEMS, "deleted", "old");
        storage.put(ITEMS, "put", "old");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    storage.put(ITEMS, "put", "new");
                    storage.delete(ITEMS, "deleted");
                    storage.putAll(ITEMS, Map.of("a", "new", "b", "new"));
                    storage.put(ITEMS, "c", "new", Expected.absent());
                    throw new IllegalStateException("x");
                }));

        assertThat(all()).isEqualTo(Map.of("deleted", "old", "put", "old"));
    }

    @Test
    void clearIsPartOfTheTransactionToo() {
        storage.put(ITEMS, "a", "old");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    storage.clear();
                    assertThat(all()).isEmpty();
                    throw new IllegalStateException("x");
                }));

        assertThat(all()).isEqualTo(Map.of("a", "old"));
    }

    @Test
    @SuppressWarnings("NullAway") // what cannot be written
    void aClearingThatFailsMarksTheTransactionOfItsCaller() {
        storage.put(ITEMS, "a", "old");
        Mutation unwritable = new Mutation.Put(ITEMS.key(PROFILE, "b"), null, Expected.anything());

        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(
                        () -> catchThrowable(() -> database.adapter().clear(PROFILE, Set.of(), List.of(unwritable)))));

        assertThat(all()).isEqualTo(Map.of("a", "old"));
    }

    @Test
    void aTransactionSeesItsOwnWritesAndOthersSeeThemAfterCommit() {
        storage.put(ITEMS, "a", "old");

        transactions.required(() -> {
            assertThat(storage.get(ITEMS, "a")).contains("old");
            storage.put(ITEMS, "a", "new");
            assertThat(storage.get(ITEMS, "a")).contains("new");
            storage.putAll(ITEMS, Map.of("a", "newer", "b", "newer"));
            assertThat(all()).isEqualTo(Map.of("a", "newer", "b", "newer"));
            storage.delete(ITEMS, "b");
            assertThat(storage.get(ITEMS, "b")).isEmpty();
            assertThat(storage.keys(ITEMS, PageRequest.first(9)).keys()).containsExactly("a");

            Map<String, String> seenByOthers = transactions.requiresNew(this::all);
            assertThat(seenByOthers).isEqualTo(Map.of("a", "old"));
            return seenByOthers;
        });

        assertThat(all()).isEqualTo(Map.of("a", "newer"));
    }

    @Test
    void everythingInATransactionHasOneConnection() {
        transactions.required(() -> {
            List<Runnable> steps = List.of(
                    () -> storage.put(ITEMS, "a", "v"),
                    () -> storage.get(ITEMS, "a"),
                    () -> storage.putAll(ITEMS, Map.of("a", "v", "b", "v")),
                    () -> storage.put(ITEMS, "a", "v", Expected.absent()),
                    () -> storage.keys(ITEMS, PageRequest.first(1)),
                    () -> database.adapter().profiles(),
                    () -> storage.delete(ITEMS, "a"));
            for (Runnable step : steps) {
                step.run();
                assertThat(database.connectionsInUse()).isEqualTo(1);
            }
            return steps.size();
        });
    }

    @Test
    @Scenario("S23")
    void aRefusedPutLeavesTheTransactionUsable() {
        long version = storage.put(ITEMS, "a", "old");

        transactions.required(() -> {
            storage.put(ITEMS, "before", "v");
            assertThat(storage.put(ITEMS, "a", "x", Expected.absent())).isEqualTo(conflict(version));
            assertThat(storage.put(ITEMS, "a", "x", Expected.version(5))).isEqualTo(conflict(version));
            assertThat(storage.put(ITEMS, "b", "x", Expected.present()))
                    .isEqualTo(new PutOutcome.Conflict(OptionalLong.empty()));
            return storage.put(ITEMS, "after", "v");
        });

        assertThat(all()).isEqualTo(Map.of("a", "old", "before", "v", "after", "v"));
    }

    @Test
    @Scenario({"S20", "S23"})
    void aRefusedBatchLeavesTheTransactionUsableAndNothingOfItself() {
        storage.put(ITEMS, "b", "old");
        storage.put(ITEMS, "d", "old");

        transactions.required(() -> {
            storage.put(ITEMS, "before", "v");
            Applied applied = database.adapter()
                    .apply(List.of(
                            put("a", Expected.absent()),
                            new Mutation.Delete(key("b")),
                            put("c", Expected.anything()),
                            put("d", Expected.version(5)),
                            put("e", Expected.absent())));
            assertThat(applied).isEqualTo(new Applied.Refused(key("d")));
            assertThat(all()).isEqualTo(Map.of("b", "old", "d", "old", "before", "v"));
            return storage.put(ITEMS, "after", "v");
        });

        assertThat(all()).isEqualTo(Map.of("b", "old", "d", "old", "before", "v", "after", "v"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ABSENT", "ANYTHING"})
    @Scenario({"S19", "S23"})
    void aPutThatWaitedForAnothersInsertLeavesItsTransactionUsable(Expected.Kind expected) {
        CompletableFuture<PutOutcome> late = transactions.required(() -> {
            storage.put(ITEMS, "k", "first", Expected.absent());
            CompletableFuture<PutOutcome> racer = CompletableFuture.supplyAsync(() -> transactions.required(() -> {
                storage.put(ITEMS, "before", "v");
                PutOutcome outcome = storage.put(ITEMS, "k", "late", new Expected(expected, 0));
                storage.put(ITEMS, "after", "v");
                return outcome;
            }));
            awaitWaiting();
            assertThat(database.connectionsInUse()).isEqualTo(2);
            return racer;
        });

        boolean written = late.orTimeout(20, TimeUnit.SECONDS).join() instanceof PutOutcome.Written;
        assertThat(written).isEqualTo(expected == Expected.Kind.ANYTHING);
        assertThat(all()).isEqualTo(Map.of("k", written ? "late" : "first", "before", "v", "after", "v"));
    }

    @Test
    @Scenario("S19")
    void aBatchThatWaitedForAnothersInsertLeavesItsTransactionUsable() {
        CompletableFuture<?> late = transactions.required(() -> {
            storage.put(ITEMS, "k", "first");
            CompletableFuture<?> racer = CompletableFuture.supplyAsync(() -> transactions.required(() -> {
                storage.putAll(ITEMS, Map.of("j", "late", "k", "late", "l", "late"));
                return storage.put(ITEMS, "after", "v");
            }));
            awaitWaiting();
            return racer;
        });

        late.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(all()).isEqualTo(Map.of("j", "late", "k", "late", "l", "late", "after", "v"));
    }

    @ParameterizedTest
    @EnumSource
    @Scenario("S4")
    void aDeleteThatWaitedForAnothersPutStillLeavesNothing(Deletion deletion) {
        storage.putAll(ITEMS, Map.of("k", "old", "l", "old"));
        CompletableFuture<Map<String, String>> late = transactions.required(() -> {
            storage.put(ITEMS, "k", "new");
            CompletableFuture<Map<String, String>> racer =
                    CompletableFuture.supplyAsync(() -> transactions.required(() -> {
                        switch (deletion) {
                            case ONE -> storage.delete(ITEMS, "k");
                            case BATCH ->
                                database.adapter()
                                        .apply(List.of(new Mutation.Delete(key("k")), new Mutation.Delete(key("l"))));
                            case CLEAR -> storage.clear();
                        }
                        return all();
                    }));
            awaitWaiting();
            return racer;
        });

        assertThat(late.orTimeout(20, TimeUnit.SECONDS).join()).doesNotContainKey("k");
    }

    private enum Deletion {
        ONE,
        BATCH,
        CLEAR
    }

    private void awaitWaiting() {
        await().pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> kind.waitingForLocks(database.dataSource()) == 1);
    }

    private Map<String, String> all() {
        return storage.getAll(ITEMS, storage.keys(ITEMS, PageRequest.first(100)).keys());
    }

    private static PutOutcome conflict(long actual) {
        return new PutOutcome.Conflict(OptionalLong.of(actual));
    }

    private static EntryKey key(String key) {
        return ITEMS.key(PROFILE, key);
    }

    private static Mutation put(String key, Expected expected) {
        return new Mutation.Put(key(key), new EntryCodec(PayloadCipher.none()).encode(key(key), "new"), expected);
    }
}
