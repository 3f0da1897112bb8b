package org.restante.access.jpa;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.access.TokenStore;
import org.restante.access.contract.TokensContract;
import org.restante.audit.AuditTrail;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** The contract on both databases, each emptied before each test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseTokensTest implements TokensContract {

    private static final Map<TestDatabase, JpaFixture> OPEN = new EnumMap<>(TestDatabase.class);

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = OPEN.computeIfAbsent(kind, JpaFixture::new);
        Sql.run(database.dataSource(), "delete from restante_access_token");
        trail = TokensContract.trail(clock, database.transactions());
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(JpaFixture::close);
        OPEN.clear();
    }

    @Override
    public TokenStore store() {
        return new DatabaseTokenStore(database.statements());
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }

    @Override
    public AuditTrail trail() {
        return trail;
    }
}
