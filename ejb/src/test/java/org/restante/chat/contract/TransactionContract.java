package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.debounce;
import static org.restante.chat.contract.Results.next;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.EntryQueues.Taken;
import org.restante.chat.LiveLock;
import org.restante.chat.LockToken;
import org.restante.chat.QueueBound;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.transaction.Transactions;

/** What is done in the caller's transaction, and beside it. */
public interface TransactionContract extends ChatFixture {

    /** Those that the adapter takes part in. */
    Transactions transactions();

    @Test
    @Scenario("C13")
    default void aMarkAQueuedEntryAndALockAreKeptTogether() {
        ChatState state = fresh();
        acquired(state.locks().lock("busy", reject("a")));

        transactions().requiresNew(() -> {
            assertThat(state.markDedupe("r:1")).isFalse();
            queued(state.locks().lock("busy", queue("m")), 1);
            return acquired(state.locks().lock("free", reject("b")));
        });

        assertThat(state.isDuplicate("r:1")).isTrue();
        assertThat(state.locks().live()).extracting(LiveLock::depth).containsExactly(1, 0);
    }

    @Test
    @Scenario("C13")
    default void aRollbackLeavesNothingOfAMarkAQueuedEntryAndALock() {
        ChatState state = fresh();
        acquired(state.locks().lock("busy", reject("a")));

        undone(() -> {
            assertThat(state.markDedupe("r:1")).isFalse();
            queued(state.locks().lock("busy", queue("m")), 1);
            acquired(state.locks().lock("free", reject("b")));
            assertThat(state.isDuplicate("r:1")).isTrue();
        });

        assertThat(state.isDuplicate("r:1")).isFalse();
        assertThat(state.locks().live()).extracting(LiveLock::key).containsExactly("busy");
        released(state.locks().release("busy", "a"));
        acquired(state.locks().lock("free", reject("c")));
    }

    @Test
    @Scenario("C13")
    default void aRollbackPutsBackWhatWasTakenAndDropped() {
        ChatState state = fresh();
        QueueBound two = QueueBound.DEFAULT.withSize(2);
        LockToken token = acquired(state.locks().lock("k", reject("a").withLease(Duration.ofHours(1))));
        List.of("m1", "m2").forEach(name -> state.locks().lock("k", queue(name).withBound(two)));
        List.of("r:1", "r:2").forEach(key -> state.markDedupe(key, 2));

        undone(() -> next(state.locks().releaseOrTakeNext("k", token), "m1"));
        undone(() -> queued(state.locks().lock("k", queue("m3").withBound(two)), 2, "m1"));
        undone(() -> state.locks().lock("k", debounce("m4")));
        undone(() -> assertThat(state.locks().extend("k", token, Duration.ofHours(2)))
                .isPresent());
        undone(() -> released(state.locks().release("k", token), "m1", "m2"));
        undone(() -> {
            released(state.locks().forceRelease("k"), "m1", "m2");
            acquired(state.locks().lock("k", reject("b")));
        });
        undone(() -> {
            state.markDedupe("r:1", 2);
            state.markDedupe("r:3", 2);
        });

        assertThat(state.locks().live())
                .containsExactly(new LiveLock(
                        "k", "a", clock().instant(), clock().instant().plusSeconds(3600), 2));
        released(state.locks().release("k", token), "m1", "m2");
        assertThat(state.isDuplicate("r:3")).isFalse();
        state.markDedupe("r:4", 2);
        assertThat(state.isDuplicate("r:1")).isFalse();
        assertThat(state.isDuplicate("r:2")).isTrue();
    }

    @Test
    @Scenario("C13")
    default void aRollbackPutsBackSubscriptionsStatesValuesListsAndQueues() {
        ChatState state = fresh();
        keep(state);

        undone(() -> change(state));
        assertKept(state);
        undone(() -> {
            change(state);
            state.clear();
        });
        assertKept(state);
    }

    private static void keep(ChatState state) {
        state.subscribe("t");
        state.putThreadState("t", Map.of("a", 1));
        state.values().set("k", "v", null);
        List.of("a", "b").forEach(item -> state.lists().append("k", item, 2, Duration.ofHours(1)));
        List.of("a", "b").forEach(entry -> state.queues().put("k", entry, 2));
    }

    private static void change(ChatState state) {
        state.unsubscribe("t");
        state.subscribe("u");
        state.putThreadState("t", Map.of("a", 2));
        state.putChannelState("c", Map.of("a", 2));
        assertThat(state.values().setIfAbsent("other", "v", null)).isTrue();
        state.values().set("k", "w", Duration.ofSeconds(1));
        state.values().delete("k");
        state.lists().append("k", "c", 2, Duration.ofSeconds(1));
        state.lists().append("other", "c", 2, null);
        assertThat(state.queues().take("k", String.class)).contains(new Taken<>("a", 1));
        assertThat(state.queues().put("k", "c", 1)).isEqualTo(1);
    }

    private void assertKept(ChatState state) {
        assertThat(state.isSubscribed("t")).isTrue();
        assertThat(state.isSubscribed("u")).isFalse();
        assertThat(state.threadState("t")).isEqualTo(Map.of("a", 1));
        assertThat(state.channelState("c")).isEmpty();
        assertThat(state.values().get("k", String.class)).contains("v");
        assertThat(state.values().get("other", String.class)).isEmpty();
        clock().advance(Duration.ofSeconds(10));
        assertThat(state.lists().list("k", String.class)).containsExactly("a", "b");
        assertThat(state.lists().list("other", String.class)).isEmpty();
        assertThat(state.queues().depth("k")).isEqualTo(2);
    }

    @Test
    @Scenario("C13")
    default void whatIsDoneIndependentlyStaysThoughTheCallerIsRolledBack() {
        ChatState state = fresh();
        ChatState independent = state.independent();
        acquired(state.locks().lock("busy", reject("a")));

        undone(() -> {
            assertThat(independent.markDedupe("r:1")).isFalse();
            queued(independent.locks().lock("busy", queue("m")), 1);
            acquired(independent.locks().lock("free", reject("b")));
            independent.subscribe("t");
            independent.values().set("k", "v", null);
            independent.queues().put("k", "a", 10);
            independent.queues().put("k", "b", 10);
            assertThat(independent.queues().take("k", String.class)).contains(new Taken<>("a", 1));
        });

        assertThat(state.isDuplicate("r:1")).isTrue();
        assertThat(state.isSubscribed("t")).isTrue();
        assertThat(state.values().get("k", String.class)).contains("v");
        assertThat(state.queues().depth("k")).isEqualTo(1);
        assertThat(state.locks().live()).extracting(LiveLock::key).containsExactly("busy", "free");
        released(state.locks().release("busy", "a"), "m");
    }

    @Test
    @Scenario({"C8", "C13"})
    default void guardedWorkThatFailsLeavesNothing() {
        ChatState state = fresh();
        LockToken token = acquired(state.locks().lock("k", reject("a")));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> state.locks().guarded("k", token, () -> {
                    state.values().set("v", "written", null);
                    throw new IllegalStateException("undone");
                }));

        assertThat(state.values().get("v", String.class)).isEmpty();
        released(state.locks().release("k", token));
    }

    @Test
    @Scenario({"C8", "C13"})
    default void theCallersTransactionGuardsUntilItEnds() {
        ChatState state = fresh();
        LockToken token = acquired(state.locks().lock("k", reject("a")));
        AtomicReference<String> seen = new AtomicReference<>();

        var taking = transactions().requiresNew(() -> {
            state.locks().guarded("k", token, () -> {
                state.values().set("v", "written", null);
                return token;
            });
            clock().advance(LEASE);
            var taker = Elsewhere.start(threads(), () -> {
                acquired(state.locks().lock("k", reject("b")));
                seen.set(state.values().get("v", String.class).orElse("nothing"));
                return "taken";
            });
            FencingContract.holdUp(taker);
            state.values().set("v", "written to the end", null);
            return taker;
        });

        assertThat(Elsewhere.await(taking)).isEqualTo("taken");
        assertThat(Objects.requireNonNull(seen.get())).isEqualTo("written to the end");
    }

    private void undone(Runnable work) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions().requiresNew(() -> {
                    work.run();
                    throw new IllegalStateException("undone");
                }))
                .withMessage("undone");
    }
}
