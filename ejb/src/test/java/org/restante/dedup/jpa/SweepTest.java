package org.restante.dedup.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.DedupFixture.LEASE;
import static org.restante.dedup.contract.DedupFixture.RETENTION;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.Receipt;
import org.restante.dedup.contract.DedupFixture;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.time.Micros;

/** The sweeper among claimers. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class SweepTest {

    private static final int ROWS = 20_000;

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private DedupCaches caches;
    private DedupCache cache;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        caches = DedupFixture.over(new DatabaseDedupAdapter(database.statements()), clock);
        cache = caches.of("swept");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Scenario("D8")
    void claimersGoOnWhileTwoSweepAndEveryKeyTheyCompleteKeepsItsReceipt() {
        AtomicInteger claims = new AtomicInteger();
        AtomicBoolean sweeping = new AtomicBoolean(true);
        for (int i = 0; i < 200; i++) { // of those that are swept meanwhile
            claimed(cache.claim("old " + i));
        }
        clock.advance(LEASE.plus(RETENTION).plus(DedupCaches.GRACE));
        insertForgotten();

        Race.of(Thread::new, 6, racer -> {
            if (racer < 2) {
                while (caches.sweep() || left() > claims.get()) {}
                sweeping.set(false);
                return racer;
            }
            int old = (racer - 2) * 50;
            for (int i = 0; sweeping.get() || i < 100; i++) {
                String key = i < 50 ? "old " + (old + i) : "new " + racer + " " + i;
                cache.complete(claimed(cache.claim(key)), Receipt.of(key));
                claims.incrementAndGet();
            }
            return racer;
        });

        assertThat(left()).isEqualTo(claims.get());
        for (int i = 0; i < 200; i++) {
            assertThat(cache.lookup("old " + i)).isPresent();
        }
    }

    @Test
    @Scenario("D8")
    void whatIsClaimedAgainIsNotSweptAndOnPostgresNotWaitedFor() {
        cache.claim("k");
        clock.advance(LEASE.plus(RETENTION).plus(DedupCaches.GRACE));

        database.transactions().requiresNew(() -> {
            claimed(cache.claim("k"));
            if (kind == TestDatabase.POSTGRESQL) { // H2 waits, and then fails: the sweeper comes again
                caches.sweep();
            }
            return cache;
        });
        caches.sweep();

        assertThat(cache.lookup("k")).isPresent();
    }

    private void insertForgotten() {
        long now = Micros.of(clock.instant().minus(DedupCaches.GRACE));
        String hash =
                kind == TestDatabase.POSTGRESQL ? "sha256(n::text::bytea)" : "hash('SHA-256', cast(n as varchar))";
        String series = kind == TestDatabase.POSTGRESQL ? "generate_series(1, %d) s (n)" : "system_range(1, %d) s (n)";
        Sql.run(
                database.dataSource(),
                "insert into restante_dedup (namespace, key_hash, dedup_key, token, attempt, since, until, forget_after,"
                        + " lease) select 'swept', " + hash + ", cast(n as varchar), 't', 1, 0, 0, " + now
                        + ", 1 from " + series.formatted(ROWS));
    }

    private int left() {
        return Sql.number(database.dataSource(), "select count(*) from restante_dedup");
    }
}
