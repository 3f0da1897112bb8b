package org.restante.audit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.audit.contract.AuditContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

class MemoryAuditTest implements AuditContract {

    private static final JpaFixture DATABASE = new JpaFixture(TestDatabase.H2); // for its transactions

    private final TestClock clock = TestClock.fromNow();
    private final AuditTrail trail = new MemoryAuditTrail(clock, RETENTION, UndoLog.of(transactions()));

    @AfterAll
    static void close() {
        DATABASE.close();
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
        return DATABASE.transactions();
    }

    @Test
    void theOldestGoWhenMemoryWouldGrow() {
        for (int i = 0; i <= MemoryAuditTrail.MOST; i++) {
            trail.record(new AuditEntry("operator", "a", "s" + i, ""));
        }

        long kept = 0;
        for (var page = trail.page(null, 1000); ; page = trail.page(page.next(), 1000)) {
            kept += page.records().size();
            if (page.next() == null) {
                break;
            }
        }
        assertThat(kept).isEqualTo(MemoryAuditTrail.MOST);
    }
}
