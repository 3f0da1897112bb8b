package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.ForProfile;
import org.restante.Restante;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.contract.ChatContract;
import org.restante.chat.contract.ChatFixture;
import org.restante.chat.contract.SnapshotContract;
import org.restante.chat.contract.TransactionContract;
import org.restante.entry.ProfileId;
import org.restante.storage.contract.TestCipher;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestClock;
import org.restante.transaction.Transactions;

/** The contract of conversations inside the server, on its data source and in its transactions. */
@InsideTheServer
class ChatInsideTheServerIT implements ChatContract, TransactionContract, SnapshotContract {

    private final TestClock testClock = TestClock.fromNow();
    private final String key = UUID.randomUUID().toString();

    @Inject
    @Named("chat-jpa")
    ChatAdapter adapter;

    @Inject
    @Named("chat-memory")
    ChatAdapter memory;

    @Inject
    Restante restante;

    @Inject
    @ForProfile("injected")
    ChatState chat;

    @Inject
    Transactions transactions;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.open()
                .with(ChatInsideTheServerIT.class, TestCipher.class)
                .withPackagesOf(ChatContract.class, TestClock.class)
                .withLibrariesOf(Assertions.class, Awaitility.class, Matchers.class)
                .archive();
    }

    @Override
    public ChatAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return testClock;
    }

    @Override
    public ThreadFactory threads() {
        return threads;
    }

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public int held(ProfileId profile) {
        return Stream.of("value", "series", "dedupe", "lock")
                .mapToInt(table -> Sql.number(
                        database, "select count(*) from restante_chat_" + table + " where profile = '" + profile + "'"))
                .sum();
    }

    @Test
    @Scenario("C1")
    void whatIsInjectedForAProfileIsBoundToIt() {
        chat.subscribe(key);

        assertThat(restante.profile("injected").chat().isSubscribed(key)).isTrue();
        assertThat(restante.profile("another").chat().isSubscribed(key)).isFalse();
    }

    @Test
    @Scenario("C13")
    void whatIsKeptInMemoryIsUndoneWithTheServersTransaction() throws Exception {
        ChatState inMemory = ChatFixture.over(memory, testClock).of(ChatFixture.profile());
        transaction.begin();
        inMemory.markDedupe(key);
        inMemory.values().set(key, "undone", null);
        transaction.rollback();
        assertThat(inMemory.isDuplicate(key)).isFalse();
        assertThat(inMemory.values().get(key, String.class)).isEmpty();
    }
}
