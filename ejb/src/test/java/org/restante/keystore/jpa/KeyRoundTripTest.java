package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.entry.Namespaces.PRE_KEY;
import static org.restante.entry.Namespaces.SESSION;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.keystore.KeySelection;
import org.restante.keystore.KeyStore;
import org.restante.storage.Batch;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.RoundTrips;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** How many statements each operation on keys sends, counted below the pool of connections. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class KeyRoundTripTest {

    private static final byte[] VALUE = {1, 2, 3};
    private static final List<String> LOCAL =
            List.of("lock_timeout()", "set lock_timeout", "value for restante_lock_token");

    @Parameter
    private TestDatabase kind;

    private RoundTrips trips;
    private PlainDatabase database;
    private KeyStore keys;

    @BeforeEach
    void open() {
        trips = new RoundTrips(kind);
        database = PlainDatabase.open(trips.dataSource(), JpaFixture.SETTINGS);
        keys = PlainRestante.over(database.storageAdapter()).profile("p").keyStore();
        keys.transaction("alice.1", tx -> tx);
    }

    @AfterEach
    void close() {
        database.close();
        trips.close();
    }

    @Test
    void aTransactionWithOneReadAndOneWriteIsThreeStatements() {
        RoundTrips.Trips sent = trips.during(() -> keys.transaction("alice.1", tx -> {
            tx.get(SESSION, "alice.1");
            tx.get(SESSION, "alice.1");
            tx.put(SESSION, "alice.1", VALUE);
            return tx;
        }));

        assertThat(withoutLocalOnes(sent)).hasSize(3);
        assertThat(sent.demarcations()).containsExactly("begin", "commit");
    }

    @Test
    void threeLocksSeveralReadsAtOnceAndSeveralWritesAreThreeStatementsToo() {
        RoundTrips.Trips sent = trips.during(() -> keys.transaction(Set.of("a", "b", "c"), tx -> {
            tx.read(new KeySelection().add(SESSION, List.of("a", "b")).add(PRE_KEY, List.of("1")));
            tx.put(SESSION, "a", VALUE);
            tx.put(SESSION, "b", VALUE);
            tx.put(PRE_KEY, "2", VALUE);
            return tx;
        }));

        assertThat(withoutLocalOnes(sent)).hasSize(kind == TestDatabase.POSTGRESQL ? 3 : 7);
        assertThat(sent.demarcations()).containsExactly("begin", "commit");
    }

    @Test
    void aLockThatWasNeverTakenBeforeCostsOneStatementMoreAtMost() {
        assertThat(withoutLocalOnes(trips.during(() -> keys.transaction("bob.1", tx -> tx))))
                .hasSize(kind == TestDatabase.POSTGRESQL ? 2 : 1);
    }

    @Test
    void aTransactionThatChangesNothingWritesNothing() {
        assertThat(withoutLocalOnes(trips.during(() -> keys.transaction("alice.1", tx -> tx))))
                .hasSize(1);
    }

    @Test
    void getOfManyIsOneStatement() {
        assertThat(trips.during(() -> keys.get(SESSION, List.of("a", "b", "c"))).statements())
                .hasSize(1);
        assertThat(trips.during(() -> keys.read(
                                new KeySelection().add(SESSION, List.of("a")).add(PRE_KEY, List.of("1", "2"))))
                        .statements())
                .hasSize(1);
    }

    @Test
    void setOfManyIsOneBatch() {
        RoundTrips.Trips sent = trips.during(() -> keys.set(
                new Batch().put(SESSION, "a", VALUE).put(SESSION, "b", VALUE).put(PRE_KEY, "1", VALUE)));

        assertThat(sent.statements()).hasSize(kind == TestDatabase.POSTGRESQL ? 1 : 3);
    }

    /** On H2 bound and token are statements of their own, which go nowhere: the database is in this process. */
    private static List<String> withoutLocalOnes(RoundTrips.Trips sent) {
        return sent.statements().stream()
                .filter(statement -> LOCAL.stream().noneMatch(statement::contains))
                .toList();
    }
}
