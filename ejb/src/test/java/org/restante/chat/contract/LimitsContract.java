package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.refused;
import static org.restante.chat.contract.Results.reject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.chat.CappedLists;
import org.restante.chat.ChatState;
import org.restante.chat.EntryQueues;
import org.restante.chat.LockRequest;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.QueueBound;
import org.restante.testing.Scenario;

/** What breaks its limit is refused, and nothing is changed. */
public interface LimitsContract extends ChatFixture {

    LockToken TOKEN = new LockToken(1);

    static Stream<String> badNames() {
        return Stream.of("", "x".repeat(513), "a\0b");
    }

    @ParameterizedTest
    @MethodSource("badNames")
    @Scenario("C17")
    default void aNameThatBreaksItsLimitIsRefused(String name) {
        ChatState state = fresh();
        for (Runnable call : List.<Runnable>of(
                () -> state.subscribe(name),
                () -> state.unsubscribe(name),
                () -> state.isSubscribed(name),
                () -> state.threadState(name),
                () -> state.putThreadState(name, Map.of()),
                () -> state.channelState(name),
                () -> state.putChannelState(name, Map.of()))) {
            refused("id", call);
        }
        for (Runnable call : List.<Runnable>of(
                () -> state.isDuplicate(name),
                () -> state.markDedupe(name),
                () -> state.values().get(name, String.class),
                () -> state.values().set(name, "v", null),
                () -> state.values().setIfAbsent(name, "v", null),
                () -> state.values().delete(name),
                () -> state.lists().append(name, "v", 1, null),
                () -> state.lists().list(name, String.class),
                () -> state.lists().delete(name),
                () -> state.queues().put(name, "v", 1),
                () -> state.queues().take(name, String.class),
                () -> state.queues().depth(name),
                () -> state.queues().clear(name))) {
            refused("key", call);
        }
    }

    @ParameterizedTest
    @MethodSource("badNames")
    @Scenario("C17")
    default void aLockOrAnOwnerWhoseNameBreaksItsLimitIsRefused(String name) {
        ChatState state = fresh();
        for (Runnable call : List.<Runnable>of(
                () -> state.locks().lock(name, reject("a")),
                () -> state.locks().lock(name, LockRequest.of("a", LockStrategy.CONCURRENT)),
                () -> state.locks().extend(name, TOKEN, LEASE),
                () -> state.locks().release(name, TOKEN),
                () -> state.locks().release(name, "a"),
                () -> state.locks().forceRelease(name),
                () -> state.locks().releaseOrTakeNext(name, TOKEN),
                () -> state.locks().guarded(name, TOKEN, () -> "v"))) {
            refused("key", call);
        }
        refused("owner", () -> state.locks().lock("k", reject(name)));
        refused("owner", () -> state.locks().release("k", name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @Scenario({"C3", "C17"})
    default void aSizeThatIsNotPositiveIsRefused(int size) {
        ChatState state = fresh();

        refused("limit", () -> state.markDedupe("k", size));
        refused("limit", () -> state.markDedupe(null, size));
        refused("maxLength", () -> state.lists().append("k", "v", size, null));
        refused("maxSize", () -> state.queues().put("k", "v", size));
        refused("size", () -> QueueBound.DEFAULT.withSize(size));

        assertThat(state.isDuplicate("k")).isFalse();
        assertThat(state.lists().list("k", String.class)).isEmpty();
        assertThat(state.queues().depth("k")).isZero();
    }

    @Test
    @Scenario("C17")
    default void aSizeThatIsTooLargeIsRefusedAndTheLargestIsNot() {
        ChatState state = fresh();
        refused("maxLength", () -> state.lists().append("k", "v", CappedLists.MAX_LENGTH + 1, null));
        refused("maxSize", () -> state.queues().put("k", "v", EntryQueues.MAX_SIZE + 1));
        refused("size", () -> QueueBound.DEFAULT.withSize(QueueBound.MAX_SIZE + 1));

        state.lists().append("k", "v", CappedLists.MAX_LENGTH, null);
        assertThat(state.queues().put("k", "v", EntryQueues.MAX_SIZE)).isEqualTo(1);
        assertThat(state.markDedupe("k", Integer.MAX_VALUE)).isFalse();
        acquired(state.locks().lock("k", reject("a")));
        queued(state.locks().lock("k", queue("m").withBound(QueueBound.DEFAULT.withSize(QueueBound.MAX_SIZE))), 1);
    }

    static Stream<Duration> badTimes() {
        return Stream.of(
                Duration.ZERO,
                Duration.ofNanos(999_999),
                Duration.ofSeconds(-1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofDays(3650).plusNanos(1),
                Duration.ofSeconds(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("badTimes")
    @Scenario("C17")
    default void aTimeThatBreaksItsLimitIsRefused(Duration time) {
        ChatState state = fresh();

        refused("timeToLive", () -> state.values().set("k", "v", time));
        refused("timeToLive", () -> state.values().setIfAbsent("k", "v", time));
        refused("timeToLive", () -> state.lists().append("k", "v", 1, time));
        refused("timeToLive", () -> QueueBound.DEFAULT.withTimeToLive(time));
        refused("lease", () -> reject("a").withLease(time));
        refused("lease", () -> state.locks().extend("k", TOKEN, time));

        assertThat(state.values().get("k", String.class)).isEmpty();
        assertThat(state.lists().list("k", String.class)).isEmpty();
    }

    @Test
    @Scenario("C17")
    default void theLongestTimesAreKept() {
        ChatState state = fresh();
        Duration years = Duration.ofDays(3650);
        refused("lease", () -> reject("a").withLease(Duration.ofDays(1).plusNanos(1)));

        state.values().set("k", "v", years);
        state.lists().append("k", "v", 1, years);
        LockToken token = acquired(state.locks().lock("k", reject("a").withLease(Duration.ofDays(1))));
        queued(state.locks().lock("k", queue("m").withBound(QueueBound.DEFAULT.withTimeToLive(years))), 1);

        assertThat(state.values().get("k", String.class)).contains("v");
        assertThat(state.lists().list("k", String.class)).containsExactly("v");
        assertThat(state.locks().extend("k", token, Duration.ofDays(1))).isPresent();
    }

    @Test
    @Scenario("C17")
    default void metadataThatIsTooLargeIsRefusedWhateverBecomesOfIt() {
        ChatState state = fresh();
        int room = LockRequest.MAX_METADATA - "{\"m\":\"\"}".length();
        for (LockStrategy strategy : LockStrategy.values()) {
            LockRequest request = LockRequest.of("a", strategy);
            refused("metadata", () -> state.locks().lock("k", request.withMetadata(Map.of("m", "x".repeat(room + 1)))));
            refused("metadata", () -> state.locks().lock("k", request.withMetadata(Map.of("m", new Object()))));
        }
        assertThat(state.locks().live()).isEmpty();

        acquired(state.locks().lock("k", reject("a")));
        LockRequest largest = LockRequest.of("a", LockStrategy.QUEUE).withMetadata(Map.of("m", "x".repeat(room)));
        queued(state.locks().lock("k", largest), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " ", "/", "😀", "K", "k", "é", "%"})
    @Scenario("C17")
    default void namesAreComparedExactlyUpToTheirLimit(String character) {
        ChatState state = fresh();
        String longest = character.repeat(512);
        String shorter = character.repeat(511);
        state.subscribe(longest);
        acquired(state.locks().lock(longest, reject(longest)));

        assertThat(state.isSubscribed(longest)).isTrue();
        assertThat(state.isSubscribed(shorter)).isFalse();
        assertThat(state.markDedupe(longest)).isFalse();
        assertThat(state.markDedupe(shorter)).isFalse();
        assertThat(state.markDedupe(longest)).isTrue();
        acquired(state.locks().lock(shorter, reject("a")));
        assertThat(state.locks().live()).hasSize(2);
    }
}
