package org.restante.retry.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.retry.contract.RetryFixture.sent;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCacheAdapter.Oldest;
import org.restante.retry.RetryCaches;
import org.restante.retry.contract.RetryContract;
import org.restante.retry.contract.RetryFixture;
import org.restante.storage.contract.Fresh;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** The contract on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseRetryCacheTest implements RetryContract {

    private final TestClock clock = new TestClock(NOW);

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private RetryCacheAdapter adapter;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        adapter = newAdapter();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public RetryCacheAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Test
    @Scenario("R10")
    void itOutlivesEveryNode() {
        RetryCaches caches = caches(5, MINUTE);
        var profile = Fresh.profile();
        RetryFixture.cache(caches, profile).put("m", sent(NOW));
        caches.budget(profile).tryConsume("m", "r");

        adapter = newAdapter();

        assertThat(RetryFixture.cache(caches(5, MINUTE), profile).get("m")).contains(sent(NOW));
        assertThat(caches(5, MINUTE).budget(profile).tryConsume("m", "r").used())
                .isEqualTo(2);
    }

    @Test
    @Scenario("R5")
    void whatHasExpiredDoesNotStay() {
        RetryCache cache = fresh(5, MINUTE);
        IntStream.range(0, 5).forEach(i -> cache.put("m" + i, sent(NOW + i)));
        caches(5, MINUTE).budget(Fresh.profile()).tryConsume("m", "r");

        adapter.sweep(new Oldest(Map.of(), NOW + 3), NOW + MINUTE.toMillis());

        assertThat(rows("restante_retry")).isEqualTo(2);
        assertThat(rows("restante_retry_attempt")).isZero();
    }

    @Test
    @Scenario("R5")
    void aProfileWithATimeToLiveOfItsOwnIsSweptByThat() {
        ProfileId longer = Fresh.profile();
        ProfileId shorter = Fresh.profile();
        RetryFixture.cache(caches(5, MINUTE), longer).put("m", sent(NOW));
        RetryFixture.cache(caches(5, MINUTE), shorter).put("m", sent(NOW));
        RetryCache other = fresh(5, MINUTE);
        other.put("m", sent(NOW));

        adapter.sweep(new Oldest(Map.of(longer, NOW, shorter, NOW + 1), NOW), NOW);
        assertThat(rows("restante_retry")).isEqualTo(2);
        adapter.sweep(new Oldest(Map.of(longer, NOW), NOW + 1), NOW);

        assertThat(rows("restante_retry")).isEqualTo(1);
        assertThat(RetryFixture.cache(caches(5, MINUTE), longer).count()).isEqualTo(1);
    }

    @Test
    void aMessageThatWasSentIsRememberedThoughItsSendersTransactionIsUndone() {
        RetryCache cache = fresh(5, MINUTE);
        try {
            database.transactions().required(() -> {
                cache.put("m", sent(NOW));
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("undone");
        }

        assertThat(cache.get("m")).isPresent();
    }

    @Test
    @Scenario("R3")
    void theBoundIsStrictForThoseWhoPutWithinTransactionsOfTheirOwn() {
        RetryCache cache = fresh(5, MINUTE);
        for (int round = 0; round < 20; round++) {
            long time = NOW + round * 10L;
            Race.of(
                    Thread::new,
                    6,
                    racer -> database.transactions().required(() -> {
                        cache.put(time + "-" + racer, sent(time + racer));
                        return racer;
                    }));
            assertThat(cache.count()).isEqualTo(5);
        }
    }

    @Test
    @SuppressWarnings("EmptyCatch") // the statement is to fail
    void aCallersBrokenTransactionIsNoneOfItsConcern() {
        RetryCache cache = fresh(5, MINUTE);
        database.transactions().requiresNew(() -> {
            cache.put("m", sent(NOW));
            try {
                runInTransaction("select nothing from nowhere");
            } catch (SQLException e) {
            }

            assertThat(cache.get("m")).isPresent();
            assertThat(cache.count()).isEqualTo(1);
            return cache;
        });
    }

    @Test
    void aCallersSnapshotHidesNothingThatWasPutAndShowsNothingThatWasRemoved() {
        RetryCache cache = fresh(5, MINUTE);
        String repeatable = kind == TestDatabase.H2
                ? "set session characteristics as transaction isolation level repeatable read"
                : "set transaction isolation level repeatable read";
        database.transactions().requiresNew(() -> {
            try {
                runInTransaction(repeatable);
                runInTransaction("select count(*) from restante_retry");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }

            cache.put("m", sent(NOW));
            assertThat(cache.get("m")).isPresent();
            cache.remove("m");
            assertThat(cache.get("m")).isEmpty();
            return cache;
        });
    }

    private void runInTransaction(String sql) throws SQLException {
        database.transactions().jdbc(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private int rows(String table) {
        return Sql.number(database.dataSource(), "select count(*) from " + table);
    }

    private RetryCacheAdapter newAdapter() {
        return new DatabaseRetryCacheAdapter(database.statements());
    }
}
