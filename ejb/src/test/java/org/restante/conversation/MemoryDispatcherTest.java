package org.restante.conversation;

import org.restante.chat.ChatAdapter;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestDatabase;

/** The contract in memory, with the transactions of a database. */
class MemoryDispatcherTest extends DispatcherContract {

    private final JpaFixture database = new JpaFixture(TestDatabase.H2);
    private final ChatAdapter adapter = new MemoryChatAdapter(database.transactions());

    @Override
    ChatAdapter adapter() {
        return adapter;
    }

    @Override
    void closeStore() {
        database.close();
    }
}
