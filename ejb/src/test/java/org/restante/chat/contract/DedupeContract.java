package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.DedupeKey;
import org.restante.chat.DedupeStore;
import org.restante.entry.ProfileId;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** What came already. */
public interface DedupeContract extends ChatFixture {

    @Test
    @Scenario("C3")
    default void whatWasMarkedIsADuplicateAndLookingMarksNothing() {
        ChatState state = fresh();
        assertThat(state.isDuplicate("room:1")).isFalse();
        assertThat(state.isDuplicate("room:1")).isFalse();

        assertThat(state.markDedupe("room:1")).isFalse();
        assertThat(state.isDuplicate("room:1")).isTrue();
        assertThat(state.markDedupe("room:1")).isTrue();
        assertThat(state.isDuplicate("other:1")).isFalse();
        assertThat(state.isDuplicate("room:2")).isFalse();
    }

    @Test
    @Scenario("C3")
    default void theOldestGoesBeyondTheLimit() {
        ChatState state = fresh();
        for (String key : List.of("r:a", "r:b", "r:c")) {
            assertThat(state.markDedupe(key, 2)).isFalse();
        }

        assertThat(state.isDuplicate("r:a")).isFalse();
        assertThat(state.isDuplicate("r:b")).isTrue();
        assertThat(state.isDuplicate("r:c")).isTrue();
        assertThat(state.markDedupe("r:d", 1)).isFalse();
        assertThat(state.isDuplicate("r:c")).isFalse();
        assertThat(state.isDuplicate("r:d")).isTrue();
    }

    @Test
    @Scenario("C3")
    default void whatIsMarkedAgainIsThereOnceAndTheNewest() {
        ChatState state = fresh();
        state.markDedupe("r:a", 3);
        state.markDedupe("r:b", 3);
        assertThat(state.markDedupe("r:a", 3)).isTrue();
        state.markDedupe("r:c", 3);
        assertThat(state.isDuplicate("r:b")).isTrue();
        state.markDedupe("r:d", 3);

        assertThat(state.isDuplicate("r:b")).isFalse();
        assertThat(List.of("r:a", "r:c", "r:d")).allMatch(state::isDuplicate);
        assertThat(state.markDedupe("r:a", 1)).isTrue();
        assertThat(List.of("r:c", "r:d")).noneMatch(state::isDuplicate);
        assertThat(state.isDuplicate("r:a")).isTrue();
    }

    @Test
    @Scenario("C3")
    default void eachRoomHasAWindowOfItsOwn() {
        ChatState state = fresh();
        state.markDedupe("r:a", 1);
        state.markDedupe("s:a", 1);
        state.markDedupe("plain", 1);
        state.markDedupe("s:", 1);

        assertThat(state.isDuplicate("r:a")).isTrue();
        assertThat(state.isDuplicate("s:a")).isFalse();
        assertThat(state.isDuplicate("plain")).isTrue();
        state.markDedupe("also plain", 1);
        assertThat(state.isDuplicate("plain")).isFalse();
    }

    @Test
    @Scenario("C3")
    default void aKeyIsKnownWhateverRoomIsToldWithIt() {
        ProfileId profile = ChatFixture.profile();
        DedupeStore store = adapter().dedupe();
        assertThat(store.mark(profile, new DedupeKey("a:b:1", "a:b"), 10)).isFalse();

        assertThat(store.contains(profile, new DedupeKey("a:b:1"))).isTrue();
        assertThat(store.mark(profile, new DedupeKey("a:b:1"), 10)).isTrue();
        assertThat(store.mark(profile, new DedupeKey("a:b:2", "a:b"), 1)).isFalse();
        assertThat(store.contains(profile, new DedupeKey("a:b:1"))).isFalse();
        assertThat(store.contains(ChatFixture.profile(), new DedupeKey("a:b:2")))
                .isFalse();
    }

    @Test
    @Scenario("C3")
    default void noKeyIsNeverADuplicate() {
        ChatState state = fresh();

        assertThat(state.markDedupe(null)).isFalse();
        assertThat(state.markDedupe(null)).isFalse();
        assertThat(state.isDuplicate(null)).isFalse();
    }

    @Test
    @Scenario("C3")
    default void aThousandAreRememberedUnlessALimitIsGiven() {
        ChatState state = fresh();
        IntStream.rangeClosed(0, ChatState.DEDUPE_LIMIT).forEach(n -> state.markDedupe("r:" + n));

        assertThat(state.isDuplicate("r:0")).isFalse();
        assertThat(state.isDuplicate("r:1")).isTrue();
    }

    @Test
    @Scenario("C4")
    default void ofFiftyWhoMarkAtOnceOneIsTheFirst() {
        ChatState state = fresh();
        for (int round = 0; round < 5; round++) {
            String key = "r:" + round;
            List<Boolean> known = Race.of(threads(), 50, racer -> state.markDedupe(key));

            assertThat(known).filteredOn(wasThere -> !wasThere).hasSize(1);
        }
    }

    @Test
    @Scenario({"C3", "C4"})
    default void manyWhoMarkInOneRoomLeaveTheLimit() {
        ChatState state = fresh();
        Race.of(threads(), 8, racer -> {
            IntStream.range(0, 25).forEach(n -> state.markDedupe("r:" + racer + "-" + n, 10));
            return racer;
        });
        state.markDedupe("r:last", 10);

        assertThat(IntStream.range(0, 200)
                        .mapToObj(n -> "r:" + n / 25 + "-" + n % 25)
                        .filter(state::isDuplicate))
                .hasSize(9);
    }
}
