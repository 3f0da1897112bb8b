package org.restante.conversation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.chat.ChatAdapter;
import org.restante.chat.jpa.DatabaseChatAdapter;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.TestDatabase;

/** The contract on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseDispatcherTest extends DispatcherContract {

    @Parameter
    private TestDatabase kind;

    private @Nullable JpaFixture database;

    @Override
    ChatAdapter adapter() {
        if (database == null) {
            database = new JpaFixture(kind);
        }
        return new DatabaseChatAdapter(database.statements());
    }

    @Override
    void closeStore() {
        if (database != null) {
            database.close();
        }
    }
}
