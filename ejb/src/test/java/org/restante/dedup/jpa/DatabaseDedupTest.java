package org.restante.dedup.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.dedup.Claim;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.Receipt;
import org.restante.dedup.contract.DedupContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** The contract on both databases; each test has namespaces of its own in one of them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseDedupTest implements DedupContract {

    private static final Map<TestDatabase, JpaFixture> OPEN = new EnumMap<>(TestDatabase.class);

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private DedupAdapter adapter;

    @BeforeEach
    void open() {
        database = OPEN.computeIfAbsent(kind, JpaFixture::new);
        adapter = new DatabaseDedupAdapter(database.statements());
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(JpaFixture::close);
        OPEN.clear();
    }

    @Override
    public DedupAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Test
    void whoComesTooLateInATransactionDoesNotHoldUpTheClaimer() {
        DedupCache cache = fresh();
        Claim claim = ((Claimed) cache.claim("key")).claim();

        database.transactions().required(() -> {
            assertThat(cache.claim("key")).isInstanceOf(InFlight.class);
            cache.independent().renew(claim);
            cache.independent().complete(claim, Receipt.of("done"));
            return null;
        });

        assertThat(cache.lookup("key")).containsInstanceOf(Completed.class);
    }

    @Override
    public int held(String namespace) {
        return Sql.number(
                database.dataSource(), "select count(*) from restante_dedup where namespace = '" + namespace + "'");
    }
}
