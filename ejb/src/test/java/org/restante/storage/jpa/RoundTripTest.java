package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.Restante;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.testing.RoundTrips;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** How many statements each operation of storage sends, counted below the pool of connections. */
class RoundTripTest {

    private static final ProfileId MINE = new ProfileId("mine");
    private static final Namespace<String> NOTES = Namespace.of("note", String.class);
    private static final Map<String, String> HUNDRED = IntStream.range(0, 100)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(number -> "many-" + number, number -> "value " + number));

    @Nested
    class OnH2 extends Counted {
        OnH2() {
            super(TestDatabase.H2);
        }

        /** The database is in this process: there are no round trips to save, and rows are locked in order. */
        @Test
        void aHundredPutsAreOneTransaction() {
            RoundTrips.Trips sent = trips.during(() -> storage(restante).putAll(NOTES, HUNDRED));
            assertThat(sent.demarcations()).containsExactly("begin", "commit");
        }
    }

    @Nested
    class OnPostgres extends Counted {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }

        /** One statement is all or nothing by itself. */
        @Test
        void aHundredPutsAreOneStatementAndNoTransaction() {
            RoundTrips.Trips sent = trips.during(() -> storage(restante).putAll(NOTES, HUNDRED));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).isEmpty();
        }

        @Test
        void aHundredPutsAreOneStatementInTheCallersTransaction() {
            RoundTrips.Trips sent =
                    trips.during(() -> inTransaction(() -> storage(restante).putAll(NOTES, HUNDRED)));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).containsExactly("begin", "commit");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    private abstract static class Counted {

        final RoundTrips trips;
        final PlainDatabase database;
        final Restante restante;

        Counted(TestDatabase kind) {
            this.trips = new RoundTrips(kind);
            this.database = PlainDatabase.open(trips.dataSource(), JpaFixture.SETTINGS);
            this.restante = PlainRestante.over(database.storageAdapter());
        }

        @AfterAll
        void close() {
            database.close();
            trips.close();
        }

        @BeforeEach
        void somethingIsThere() {
            restante.profiles()
                    .list()
                    .forEach(id -> restante.profile(id).storage().clear());
            storage(restante).put(NOTES, "there", "before");
            storage(restante).putAll(NOTES, HUNDRED);
            restante.profile("other").storage().put(Namespaces.CREDS, "self", Map.of("me", Map.of("id", "1@example")));
        }

        static Stream<Arguments> oneStatement() {
            return Stream.of(
                    of(
                            "get",
                            use(storage ->
                                    assertThat(storage.get(NOTES, "there")).contains("before"))),
                    of(
                            "get of an absent key",
                            use(storage ->
                                    assertThat(storage.get(NOTES, "absent")).isEmpty())),
                    of("lookup", use(storage -> storage.lookup(NOTES, "there"))),
                    of(
                            "getAll",
                            use(storage -> assertThat(storage.getAll(NOTES, HUNDRED.keySet()))
                                    .isEqualTo(HUNDRED))),
                    of("put of a new key", use(storage -> storage.put(NOTES, "new", "value"))),
                    of("put of a key that is there", use(storage -> storage.put(NOTES, "there", "after"))),
                    of(
                            "put for a profile never seen before",
                            restante -> restante.profile("stranger").storage().put(NOTES, "new", "value")),
                    of(
                            "put where nothing is expected",
                            use(storage -> assertThat(storage.put(NOTES, "new", "value", Expected.absent()))
                                    .isInstanceOf(PutOutcome.Written.class))),
                    of(
                            "put where something is expected",
                            use(storage -> assertThat(storage.put(NOTES, "there", "after", Expected.present()))
                                    .isInstanceOf(PutOutcome.Written.class))),
                    of("putAll of one", use(storage -> storage.putAll(NOTES, Map.of("new", "value")))),
                    of("delete", use(storage -> storage.delete(NOTES, "there"))),
                    of(
                            "page of keys",
                            use(storage -> assertThat(storage.keys(NOTES, PageRequest.first(10))
                                            .keys())
                                    .hasSize(10))),
                    of(
                            "profiles",
                            restante -> assertThat(restante.profiles().list()).hasSize(2)));
        }

        @ParameterizedTest
        @MethodSource("oneStatement")
        void costsOneStatementAndNoTransaction(Consumer<Restante> operation) {
            RoundTrips.Trips sent = trips.during(() -> operation.accept(restante));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("oneStatement")
        void costsOneStatementInTheCallersTransactionToo(Consumer<Restante> operation) {
            RoundTrips.Trips sent = trips.during(() -> inTransaction(() -> operation.accept(restante)));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).containsExactly("begin", "commit");
        }

        static Stream<Arguments> fewStatements() {
            return Stream.of(
                    argumentSet(
                            "put of a version that is gone", 2, use(storage -> conflict(storage, Expected.version(1)))),
                    argumentSet("put over nothing", 2, use(storage -> conflict(storage, Expected.absent()))),
                    argumentSet("clear, which looks again", 2, use(Storage::clear)),
                    argumentSet("describe", 2, (Consumer<Restante>) restante ->
                            assertThat(restante.profiles().describe()).hasSize(52)));
        }

        @ParameterizedTest
        @MethodSource("fewStatements")
        void costsAFixedNumberOfStatements(int most, Consumer<Restante> operation) {
            fiftyMoreProfiles();
            assertThat(trips.during(() -> operation.accept(restante)).statements())
                    .hasSizeLessThanOrEqualTo(most);
            RoundTrips.Trips joined = trips.during(() -> inTransaction(() -> operation.accept(restante)));
            assertThat(joined.statements()).hasSizeLessThanOrEqualTo(most);
            assertThat(joined.demarcations()).containsExactly("begin", "commit");
        }

        @Test
        void aPutOfTheExpectedVersionCostsOneStatement() {
            long version = storage(restante).put(NOTES, "there", "now");
            RoundTrips.Trips sent = trips.during(
                    () -> assertThat(storage(restante).put(NOTES, "there", "after", Expected.version(version)))
                            .isInstanceOf(PutOutcome.Written.class));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).isEmpty();
        }

        @Test
        void aReadOfManyEntriesOfAnyNamespacesCostsOneStatement() {
            List<EntryKey> keys = new ArrayList<>(List.of(
                    NOTES.key(MINE, "there"),
                    Namespaces.CREDS.key(new ProfileId("other"), "self"),
                    Namespaces.SESSION.key(MINE, "absent")));
            IntStream.range(0, 60_000).forEach(number -> keys.add(NOTES.key(MINE, "absent-" + number)));
            RoundTrips.Trips sent = trips.during(
                    () -> assertThat(database.storageAdapter().read(keys)).containsOnlyKeys(keys.subList(0, 2)));
            assertThat(sent.statements()).hasSize(1);
            assertThat(sent.demarcations()).isEmpty();
        }

        void inTransaction(Runnable work) {
            database.transactions().required(() -> {
                work.run();
                return work;
            });
        }

        private void fiftyMoreProfiles() {
            IntStream.range(0, 50)
                    .forEach(number -> restante.profile("p" + number)
                            .storage()
                            .put(Namespaces.CREDS, "self", Map.of("me", Map.of("id", number + "@example"))));
        }

        private static void conflict(Storage storage, Expected expected) {
            assertThat(storage.put(NOTES, "there", "after", expected)).isInstanceOf(PutOutcome.Conflict.class);
        }

        private static Arguments of(String name, Consumer<Restante> operation) {
            return argumentSet(name, operation);
        }

        private static Consumer<Restante> use(Consumer<Storage> operation) {
            return restante -> operation.accept(storage(restante));
        }

        static Storage storage(Restante restante) {
            return restante.profile(MINE.value()).storage();
        }
    }
}
