package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.reject;
import static org.restante.chat.contract.Results.released;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;

/** What is forgotten, and when. */
public interface ChatSweepContract extends ChatFixture {

    Duration GRACE = Duration.ofSeconds(1);

    /** How many values, lists, queues, keys and locks of that profile are held, over or not. */
    int held(ProfileId profile);

    @Test
    @Scenario({"C15", "C16"})
    default void whatIsOverGoesAndNothingElse() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states().of(profile);
        fill(state);
        state.values().set("brief", "v", Duration.ofMinutes(1));
        state.lists().append("brief", "v", 10, Duration.ofMinutes(1));

        clock().advance(Duration.ofMinutes(1).plus(GRACE).minus(MICRO));
        sweep();
        assertThat(held(profile)).isEqualTo(11);
        clock().advance(MICRO);
        sweep();

        assertThat(held(profile)).isEqualTo(9);
        assertThat(state.values().get("long", String.class)).contains("v");
        assertThat(state.lists().list("long", String.class)).containsExactly("v");
        assertThat(state.queues().depth("k")).isEqualTo(1);
        assertThat(state.isSubscribed("t")).isTrue();
        assertThat(state.isDuplicate("r:1")).isTrue();
        state.lists().append("brief", "w", 10, null);
        assertThat(state.lists().list("brief", String.class)).containsExactly("w");
    }

    private static void fill(ChatState state) {
        state.values().set("long", "v", Duration.ofDays(1));
        state.values().set("for ever", "v", null);
        state.lists().append("long", "v", 10, Duration.ofDays(1));
        state.queues().put("k", "v", 10);
        state.subscribe("t");
        state.putThreadState("t", Map.of("a", 1));
        state.putChannelState("t", Map.of("a", 1));
        state.markDedupe("r:1");
        acquired(state.locks().lock("k", reject("a").withLease(Duration.ofDays(1))));
    }

    @Test
    @Scenario({"C10", "C11"})
    default void locksThatNobodyHasGoUnlessSomethingWaits() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states().of(profile);
        acquired(state.locks().lock("ran out", reject("a")));
        released(state.locks().release("released", acquired(state.locks().lock("released", reject("a")))));
        acquired(state.locks().lock("dead", reject("a")));
        queued(state.locks().lock("dead", queue("m")), 1);
        acquired(state.locks().lock("live", reject("a").withLease(Duration.ofHours(3))));

        clock().advance(Duration.ofHours(2));
        sweep();

        assertThat(held(profile)).isEqualTo(2);
        assertThat(state.locks().live()).hasSize(1);
        assertThat(state.locks().forceRelease("dead").expired()).hasSize(1);
    }

    @Test
    @Scenario("C15")
    default void aSweepTakesNoMoreThanItIsToldAndSaysWhetherThereIsMore() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states().of(profile);
        while (adapter().sweep(clock().instant().plusSeconds(1), 100) > 0) {} // of other tests
        for (int n = 0; n < 7; n++) {
            state.values().set("v" + n, "v", Duration.ofSeconds(1));
        }
        clock().advance(Duration.ofSeconds(1));

        assertThat(adapter().sweep(clock().instant(), 5)).isEqualTo(5);
        assertThat(held(profile)).isEqualTo(2);
        assertThat(adapter().sweep(clock().instant(), 5)).isEqualTo(2);
        assertThat(held(profile)).isZero();
        assertThat(adapter().sweep(clock().instant(), 5)).isZero();
    }

    private void sweep() {
        ChatStates states = states();
        for (boolean more = true; more; ) {
            more = states.sweep();
        }
    }
}
