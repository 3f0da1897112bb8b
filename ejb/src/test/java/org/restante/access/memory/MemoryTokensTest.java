package org.restante.access.memory;

import org.junit.jupiter.api.AfterAll;
import org.restante.access.TokenStore;
import org.restante.access.contract.TokensContract;
import org.restante.audit.AuditTrail;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

class MemoryTokensTest implements TokensContract {

    private static final JpaFixture DATABASE = new JpaFixture(TestDatabase.H2); // for its transactions

    private final TestClock clock = TestClock.fromNow();
    private final TokenStore store = new MemoryTokenStore(UndoLog.of(transactions()));
    private final AuditTrail trail = TokensContract.trail(clock, transactions());

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    public AuditTrail trail() {
        return trail;
    }
}
