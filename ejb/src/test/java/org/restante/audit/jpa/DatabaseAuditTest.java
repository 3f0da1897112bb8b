package org.restante.audit.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.audit.contract.AuditContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** The contract on both databases, each emptied before each test. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseAuditTest implements AuditContract {

    private static final Map<TestDatabase, JpaFixture> OPEN = new EnumMap<>(TestDatabase.class);

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = OPEN.computeIfAbsent(kind, JpaFixture::new);
        Sql.run(database.dataSource(), "delete from restante_audit");
        trail = new DatabaseAuditTrail(database.statements(), RETENTION, clock);
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(JpaFixture::close);
        OPEN.clear();
    }

    @Override
    public AuditTrail trail() {
        return trail;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }

    @Test
    void manyOldRecordsAreDroppedInParts() {
        for (int i = 0; i < 501; i++) {
            trail.record(new AuditEntry("operator", "a", "s" + i, ""));
        }
        clock.advance(RETENTION.plusSeconds(1));

        assertThat(trail.sweep()).isTrue();
        assertThat(trail.sweep()).isFalse();

        assertThat(Sql.number(database.dataSource(), "select count(*) from restante_audit"))
                .isZero();
    }
}
