package org.restante.chat.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.chat.ChatAdapter;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.chat.ConversationKey;
import org.restante.chat.LockRequest;
import org.restante.chat.LockStrategy;
import org.restante.chat.contract.ChatFixture;
import org.restante.chat.contract.SnapshotContract;
import org.restante.chat.contract.SnapshotFaultContract;
import org.restante.chat.contract.SnapshotTurnsContract;
import org.restante.chat.contract.Snapshots;
import org.restante.chat.memory.MemoryChatAdapter;
import org.restante.entry.ProfileId;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Allocation;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** Snapshots of both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Scenario("C12")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // before the first test
class DatabaseSnapshotTest implements SnapshotContract, SnapshotTurnsContract, SnapshotFaultContract {

    private final TestClock clock = TestClock.fromNow();

    private JpaFixture database;
    private ChatAdapter adapter;

    @Parameter
    private TestDatabase kind;

    /** One for all tests: each has a profile of its own. */
    @BeforeParameterizedClassInvocation
    void open() {
        database = new JpaFixture(kind);
        adapter = new DatabaseChatAdapter(database.statements());
    }

    @AfterParameterizedClassInvocation
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

    @Test
    void aRolledBackRestoreChangesNothing() {
        ChatState state = fresh();
        state.subscribe("before");

        assertThatThrownBy(() -> database.transactions().required(() -> {
                    restore(state, SOUND.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
                    throw new IllegalStateException("after all");
                }))
                .hasMessage("after all");

        assertThat(state.isSubscribed("before")).isTrue();
        assertThat(state.isSubscribed("t1")).isFalse();
    }

    @Test
    void aFaultLeavesTheCallersTransactionAsItIs() {
        ChatState state = fresh();

        database.transactions().required(() -> {
            state.subscribe("t");
            assertThatThrownBy(() -> restore(state, new byte[0])).hasMessageStartingWith("the snapshot ");
            return null;
        });

        assertThat(state.isSubscribed("t")).isTrue();
    }

    @Test
    void whatCameForARestoredLockMeanwhileIsNotLeftBehindIt() {
        ProfileId profile = ChatFixture.profile();
        ConversationKey key = new ConversationKey(profile, "h:k");

        adapter.snapshots().replace(profile, sink -> {
            arriveBeside(key);
            sink.lock(key.key(), "h", null);
        });

        assertThat(states().turns().waiting(key, 10)).isEmpty();
        assertThat(states().turns().ready(List.of("h"), 1000))
                .noneMatch(ready -> ready.key().equals(key));
    }

    @Test
    void whatCameForAnotherLockMeanwhileStays() {
        ProfileId profile = ChatFixture.profile();
        ConversationKey key = new ConversationKey(profile, "h:k");

        adapter.snapshots().replace(profile, sink -> arriveBeside(key));

        assertThat(states().turns().waiting(key, 10)).hasSize(1);
        assertThat(states().turns().ready(List.of("h"), 1000))
                .anyMatch(ready -> ready.key().equals(key));
    }

    /** In another thread, so that it is in no transaction of the caller's. */
    private void arriveBeside(ConversationKey key) {
        CompletableFuture.runAsync(() -> SnapshotTurnsContract.wait(states(), key, "h", "meanwhile"))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void whatWasTakenFromMemoryIsTheSameHereAndBack() {
        ChatStates memory = ChatFixture.over(new MemoryChatAdapter(), clock);
        ProfileId profile = ChatFixture.profile();
        SnapshotTurnsContract.wait(memory, new ConversationKey(profile, "h:k"), "h", "message");
        memory.of(profile).locks().lock("k", LockRequest.of("holder", LockStrategy.QUEUE));
        memory.of(profile).locks().lock("k", LockRequest.of("asks", LockStrategy.QUEUE));
        String taken = Snapshots.content(memory.of(profile));
        ChatState here = fresh();
        ChatState back = ChatFixture.over(new MemoryChatAdapter(), clock).of(ChatFixture.profile());

        Snapshots.restore(here, taken);
        Snapshots.restore(back, Snapshots.content(here));

        assertThat(taken).contains("\"handler\":\"h\"").contains("\"expiresAt\":null");
        assertThat(Snapshots.content(here)).isEqualTo(taken);
        assertThat(Snapshots.content(back)).isEqualTo(taken);
    }

    /** 20 000 threads of 1 000 characters each: 20 MB of them are not there when the first bytes go out. */
    @Test
    void aLargeProfileIsWrittenWhileItIsRead() throws IOException {
        ChatState state = fresh();
        restore(state, large());

        long untilTheFirstBytes = Allocation.during(() ->
                assertThatThrownBy(() -> state.snapshots().write(new Full())).hasMessage("full"));

        assertThat(untilTheFirstBytes).isLessThan(10_000_000);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        state.snapshots().write(whole);
        assertThat(whole.size()).isGreaterThan(20_000_000);
        assertThat(state.threadState("t19999")).isEqualTo(Map.of("text", "x".repeat(1000)));
    }

    private byte[] large() {
        StringBuilder json = new StringBuilder("{\"version\":1,\"subscriptions\":[],\"dedupe\":[],\"threads\":{");
        String state = "{\"text\":\"" + "x".repeat(1000) + "\"}";
        for (int i = 0; i < 20_000; i++) {
            json.append(i == 0 ? "" : ",").append("\"t").append(i).append("\":").append(state);
        }
        return json.append("},\"channels\":{},\"locks\":[]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void restore(ChatState state, byte[] json) {
        try {
            state.snapshots().restore(() -> new ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails with the first bytes. */
    private static final class Full extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("full");
        }
    }
}
