package org.restante.chat.memory;

import org.junit.jupiter.api.AfterEach;
import org.restante.chat.ChatAdapter;
import org.restante.chat.contract.TransactionContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** Memory in the transactions of a database. */
class JoinedMemoryChatTest implements TransactionContract {

    private final TestClock clock = TestClock.fromNow();
    private final JpaFixture database = new JpaFixture(TestDatabase.H2);
    private final ChatAdapter adapter = new MemoryChatAdapter(database.transactions());

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Transactions transactions() {
        return database.transactions();
    }
}
