package org.restante.chat.jpa;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.chat.ChatAdapter;
import org.restante.chat.contract.ChatContract;
import org.restante.chat.contract.TransactionContract;
import org.restante.entry.ProfileId;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** The contract on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseChatTest implements ChatContract, TransactionContract {

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private ChatAdapter adapter;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        adapter = new DatabaseChatAdapter(database.statements());
    }

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

    @Override
    public int held(ProfileId profile) {
        return Stream.of("value", "series", "dedupe", "lock")
                .mapToInt(table -> Sql.number(
                        database.dataSource(),
                        "select count(*) from restante_chat_" + table + " where profile = '" + profile + "'"))
                .sum();
    }
}
