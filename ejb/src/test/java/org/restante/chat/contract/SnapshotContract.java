package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.InvalidSnapshotException;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult.Acquired;
import org.restante.chat.LockResult.Queued;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.Pending;
import org.restante.chat.ReleaseResult;
import org.restante.testing.Scenario;

/** Everything out of one profile and into another. */
@Scenario("C12")
public interface SnapshotContract extends ChatFixture {

    /** Something of each kind, and two locks of which one has run out. */
    private ChatState filled() {
        ChatState state = fresh();
        List.of("t2", "t1", "a/b~c").forEach(state::subscribe);
        List.of("room:1", "other:1", "room:2", "alone", "room:1").forEach(state::markDedupe);
        state.putThreadState("t1", Map.of("text", "grüße \uD83D\uDE00", "list", List.of(1, 2.5, true, Map.of())));
        state.putChannelState("c/~1", Map.of("a", List.of("b")));
        acquire(state, "over", Duration.ofSeconds(1));
        clock().advance(Duration.ofSeconds(2));
        acquire(state, "busy", Duration.ofMinutes(5));
        queue(state, "busy", LockStrategy.QUEUE, "one");
        queue(state, "busy", LockStrategy.DEBOUNCE, "two");
        queue(state, "busy", LockStrategy.QUEUE, "three");
        return state;
    }

    private static LockToken acquire(ChatState state, String key, Duration lease) {
        LockRequest request = LockRequest.of("holder", LockStrategy.REJECT).withLease(lease);
        LockToken token = ((Acquired) state.locks().lock(key, request)).token();
        return Objects.requireNonNull(token);
    }

    private static void queue(ChatState state, String key, LockStrategy strategy, String message) {
        state.locks().lock(key, LockRequest.of("asks " + message, strategy).withMetadata(Map.of("message", message)));
    }

    @Test
    default void whatIsRestoredIsWhatWasTaken() {
        ChatState first = filled();
        ChatState second = fresh();

        Snapshots.restore(second, Snapshots.of(first).toString());

        assertThat(Snapshots.content(second)).isEqualTo(Snapshots.content(first));
        assertThat(second.isSubscribed("a/b~c")).isTrue();
        assertThat(second.threadState("t1")).isEqualTo(first.threadState("t1")).hasSize(2);
        assertThat(second.channelState("c/~1")).isEqualTo(first.channelState("c/~1"));
        assertThat(second.locks().live()).isEqualTo(first.locks().live());
    }

    @Test
    default void itIsWrittenAsTheFormatHasIt() {
        JsonNode taken = Snapshots.of(filled());

        assertThat(taken.fieldNames())
                .toIterable()
                .containsExactly("version", "takenAt", "subscriptions", "dedupe", "threads", "channels", "locks");
        assertThat(taken.get("version").intValue()).isEqualTo(1);
        assertThat(taken.get("takenAt").textValue()).isEqualTo(clock().instant().toString());
        assertThat(taken.get("dedupe")).hasToString("[\"other:1\",\"room:2\",\"alone\",\"room:1\"]");
        assertThat(taken.at("/threads/t1/list")).hasToString("[1,2.5,true,{}]");
        JsonNode lock = taken.at("/locks/0");
        assertThat(lock.fieldNames())
                .toIterable()
                .containsExactly("key", "handler", "owner", "since", "leaseUntil", "lease", "pending");
        assertThat(lock.get("key").textValue()).isEqualTo("busy");
        assertThat(lock.get("handler").isNull()).isTrue();
        assertThat(lock.get("lease").textValue()).isEqualTo("PT5M");
        assertThat(lock.get("pending").findValuesAsText("strategy")).containsExactly("queue", "debounce", "queue");
        assertThat(lock.at("/pending/0").fieldNames())
                .toIterable()
                .containsExactly("owner", "strategy", "metadata", "enqueuedAt", "expiresAt");
        assertThat(lock.at("/pending/0/metadata")).hasToString("{\"message\":\"one\"}");
        assertThat(taken.at("/locks/1/key").textValue()).isEqualTo("over");
    }

    @Test
    default void whatNobodyUsedIsEmpty() {
        String empty = "{\"version\":1,\"subscriptions\":[],\"dedupe\":[],\"threads\":{},\"channels\":{},\"locks\":[]}";
        ChatState state = filled();

        assertThat(Snapshots.content(fresh())).isEqualTo(empty);
        Snapshots.restore(state, empty);
        assertThat(Snapshots.content(state)).isEqualTo(empty);
    }

    @Test
    default void aRestoredLockIsItsOwnersUnderANewToken() {
        ChatState first = fresh();
        LockToken token = acquire(first, "k", Duration.ofMinutes(5));
        queue(first, "k", LockStrategy.QUEUE, "one");
        ChatState second = fresh();

        Snapshots.restore(second, Snapshots.of(first).toString());

        assertThat(second.locks().release("k", token)).isInstanceOf(ReleaseResult.NotOwner.class);
        assertThat(second.locks().release("k", "holder"))
                .isInstanceOfSatisfying(
                        ReleaseResult.Released.class,
                        released -> assertThat(released.pending())
                                .extracting(Pending::owner)
                                .containsExactly("asks one"));
        assertThat(second.locks().live()).isEmpty();
    }

    @Test
    default void aLockThatIsReplacedIsLostToItsHolder() {
        ChatState state = fresh();
        LockToken token = acquire(state, "k", Duration.ofMinutes(5));

        Snapshots.restore(state, Snapshots.of(state).toString());

        assertThat(state.locks().extend("k", token, LEASE)).isEmpty();
        assertThat(state.locks().release("k", "holder")).isInstanceOf(ReleaseResult.Released.class);
    }

    @Test
    default void whatWaitsForALockThatNobodyHasWaitsForTheNextHolder() {
        ChatState state = fresh();
        String entry = "{\"owner\":\"a\",\"strategy\":\"queue\",\"metadata\":{},\"enqueuedAt\":\"" + clock().instant()
                + "\",\"expiresAt\":\"" + clock().instant().plusSeconds(90) + "\"}";
        String json = "{\"locks\":[{\"pending\":[" + entry + "],\"lease\":null,\"leaseUntil\":null,\"since\":null,"
                + "\"owner\":null,\"handler\":null,\"key\":\"k\"}],\"channels\":{},\"threads\":{},\"dedupe\":[],\"subscriptions\":[],"
                + "\"version\":1}";

        Snapshots.restore(state, json);

        assertThat(Snapshots.of(state).at("/locks/0/owner").isNull()).isTrue();
        assertThat(state.locks().live()).isEmpty();
        LockToken token = acquire(state, "k", LEASE);
        queue(state, "k", LockStrategy.QUEUE, "b");
        assertThat(state.locks().release("k", token))
                .isInstanceOfSatisfying(
                        ReleaseResult.Released.class,
                        released -> assertThat(released.pending())
                                .extracting(Pending::owner)
                                .containsExactly("a", "asks b"));
    }

    @Test
    default void whatIsQueuedAfterwardsIsBehind() {
        ChatState state = filled();
        Snapshots.restore(state, Snapshots.of(state).toString());

        LockRequest late = LockRequest.of("late", LockStrategy.QUEUE);

        assertThat(((Queued) state.locks().lock("busy", late)).position()).isEqualTo(4);
        assertThat(state.locks().forceRelease("busy").pending())
                .extracting(Pending::owner)
                .containsExactly("asks one", "asks two", "asks three", "late");
    }

    @Test
    default void marksAfterwardsAreNewerThanThoseOfTheSnapshot() {
        ChatState state = filled();
        Snapshots.restore(state, Snapshots.of(state).toString());

        assertThat(state.markDedupe("room:3", 2)).isFalse();

        assertThat(state.isDuplicate("room:1")).isTrue();
        assertThat(state.isDuplicate("room:2")).isFalse();
    }

    @Test
    default void whatIsOfNoSnapshotAndOfOtherProfilesStays() {
        ChatState state = filled();
        ChatState other = filled();
        String before = Snapshots.content(other);
        state.values().set("k", "value", null);
        state.lists().append("k", "item", 10, null);
        state.queues().put("k", "entry", 10);

        Snapshots.restore(state, Snapshots.of(fresh()).toString());

        assertThat(state.isSubscribed("t1")).isFalse();
        assertThat(state.values().get("k", String.class)).contains("value");
        assertThat(state.lists().list("k", String.class)).containsExactly("item");
        assertThat(state.queues().depth("k")).isEqualTo(1);
        assertThat(Snapshots.content(other)).isEqualTo(before);
    }

    @Test
    default void aFaultAtTheVeryEndChangesNothing() {
        ChatState state = filled();
        String before = Snapshots.content(state);

        assertThatThrownBy(() -> Snapshots.restore(
                        state, Snapshots.of(fresh()).toString().replace("\"locks\":[]", "\"locks\":7")))
                .isInstanceOf(InvalidSnapshotException.class);

        assertThat(Snapshots.content(state)).isEqualTo(before);
    }

    @Test
    default void aSourceThatFailsChangesNothingAndItsFailureIsTold() {
        ChatState state = filled();
        String before = Snapshots.content(state);
        assertThatThrownBy(() -> state.snapshots().restore(() -> {
                    throw new IOException("cut");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("cut");

        assertThat(Snapshots.content(state)).isEqualTo(before);
    }

    @Test
    default void aStreamThatFailsIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };

        assertThatThrownBy(() -> filled().snapshots().write(full))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }
}
