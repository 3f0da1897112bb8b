package org.restante.chat.jpa;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

/** The contract on both databases; each test has profiles of its own in one of them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseChatTest implements ChatContract, TransactionContract {

    private static final Map<TestDatabase, JpaFixture> OPEN = new EnumMap<>(TestDatabase.class);

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private ChatAdapter adapter;

    @BeforeEach
    void open() {
        database = OPEN.computeIfAbsent(kind, JpaFixture::new);
        adapter = new DatabaseChatAdapter(database.statements());
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(JpaFixture::close);
        OPEN.clear();
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
