package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;

/** State of threads and channels, and what is of all kinds of state. */
public interface StateContract extends ChatFixture {

    @Test
    @Scenario("C2")
    default void aMapIsEmptyUntilOneIsPutAndReplacedAsAWhole() {
        ChatState state = fresh();
        assertThat(state.threadState("t")).isEmpty();
        assertThat(state.channelState("c")).isEmpty();
        Map<String, Object> map = new HashMap<>(Map.of("text", "é😀", "number", 42, "list", Arrays.asList(1, null)));
        map.put("null", null);

        state.putThreadState("t", map);
        state.putChannelState("c", Map.of("a", 1, "b", Map.of("c", true)));
        assertThat(state.threadState("t")).isEqualTo(map);
        assertThat(state.channelState("c")).isEqualTo(Map.of("a", 1, "b", Map.of("c", true)));

        state.putThreadState("t", Map.of("other", "x"));
        state.putChannelState("c", Map.of());
        assertThat(state.threadState("t")).isEqualTo(Map.of("other", "x"));
        assertThat(state.channelState("c")).isEmpty();
    }

    @Test
    @Scenario("C2")
    default void threadsChannelsAndValuesOfOneNameAreApart() {
        ChatState state = fresh();
        state.putThreadState("x", Map.of("kind", "thread"));
        state.putChannelState("x", Map.of("kind", "channel"));
        state.values().set("x", "value", null);

        assertThat(state.isSubscribed("x")).isFalse();
        state.subscribe("x");
        state.unsubscribe("x");
        assertThat(state.threadState("x")).containsEntry("kind", "thread");
        assertThat(state.channelState("x")).containsEntry("kind", "channel");
        assertThat(state.values().get("x", String.class)).contains("value");
    }

    @Test
    @Scenario({"C1", "C2", "C3", "C5", "C15", "C16", "C18"})
    default void profilesAreApartAndAreClearedByThemselves() {
        ProfileId profile = ChatFixture.profile();
        List<ChatState> both = List.of(states().of(profile), states().of(new ProfileId(profile.value() + "2")));
        both.forEach(StateContract::fill);

        both.get(0).clear();

        assertThat(isFilled(both.get(1))).containsOnly(true);
        assertThat(isFilled(both.get(0))).containsOnly(false);
        fill(both.get(0));
        both.get(0).clear();
        assertThat(isFilled(both.get(0))).containsOnly(false);
    }

    private static void fill(ChatState state) {
        state.subscribe("t");
        state.putThreadState("t", Map.of("a", 1));
        state.putChannelState("t", Map.of("a", 1));
        assertThat(state.markDedupe("t:1")).isFalse();
        Results.acquired(state.locks().lock("t", Results.queue("a")));
        Results.queued(state.locks().lock("t", Results.queue("b")), 1);
        state.values().set("t", "value", null);
        state.lists().append("t", "item", 2, null);
        assertThat(state.queues().put("t", "entry", 2)).isEqualTo(1);
    }

    private static List<Boolean> isFilled(ChatState state) {
        return List.of(
                state.isSubscribed("t"),
                !state.threadState("t").isEmpty(),
                !state.channelState("t").isEmpty(),
                state.isDuplicate("t:1"),
                state.locks().live().size() == 1 && state.locks().live().get(0).depth() == 1,
                state.values().get("t", String.class).isPresent(),
                !state.lists().list("t", String.class).isEmpty(),
                state.queues().depth("t") == 1);
    }
}
