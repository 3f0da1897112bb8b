package org.restante.dedup.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.DedupFixture.LEASE;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.dedup.Claim;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.dedup.contract.DedupFixture;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.RoundTrips;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** How many statements each operation sends, counted below the pool of connections. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DedupRoundTripTest {

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private RoundTrips trips;
    private JpaFixture database;
    private DedupCache cache;

    @BeforeEach
    void open() {
        trips = new RoundTrips(kind);
        database = new JpaFixture(trips.dataSource(), JpaFixture.SETTINGS);
        cache = DedupFixture.over(new DatabaseDedupAdapter(database.statements()), clock)
                .of("n");
    }

    @AfterEach
    void close() {
        database.close();
        trips.close();
    }

    @Test
    void aClaimOfANewKeyIsOneStatement() {
        assertThat(statements(() -> cache.claim("k"))).isEqualTo(1);
    }

    @Test
    void aClaimOfATakenKeyIsTwo() {
        Claim claim = claimed(cache.claim("k"));

        assertThat(statements(() -> cache.claim("k"))).isEqualTo(2);
        cache.complete(claim, Receipt.none());
        assertThat(statements(() -> cache.claim("k"))).isEqualTo(2);
    }

    /** On H2 the lock that is not waited for is a statement of its own. */
    @Test
    void aTakeOverIsOneStatementMore() {
        cache.claim("k");
        clock.advance(LEASE);

        assertThat(statements(() -> cache.claim("k"))).isEqualTo(kind == TestDatabase.H2 ? 4 : 3);
    }

    @Test
    void renewCompleteLookupAndReleaseAreOneEach() {
        Claim claim = claimed(cache.claim("k"));
        clock.advance(Duration.ofSeconds(1));

        assertThat(statements(() -> cache.renew(claim))).isEqualTo(1);
        assertThat(statements(() -> cache.complete(claim, Receipt.none()))).isEqualTo(1);
        assertThat(statements(() -> cache.lookup("k"))).isEqualTo(1);
        Claim other = claimed(cache.claim("other"));
        assertThat(statements(() -> cache.release(other))).isEqualTo(1);
    }

    @Test
    void theOperationsOfAJoinedClaimShareOneCommit() {
        RoundTrips.Trips sent = trips.during(() -> database.transactions().required(() -> {
            cache.complete(claimed(cache.claim("k")), Receipt.none());
            return cache;
        }));

        assertThat(sent.statements().stream().filter(DedupRoundTripTest::travels))
                .hasSize(2);
        assertThat(sent.demarcations()).containsExactly("begin", "commit");
    }

    private long statements(Runnable work) {
        return trips.during(work).statements().stream()
                .filter(DedupRoundTripTest::travels)
                .count();
    }

    /** On H2 the bound of waiting is set by statements of its own, which go nowhere: the database is in this process. */
    private static boolean travels(String statement) {
        return !statement.contains("lock_timeout");
    }
}
