package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.entry.ProfileId;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** Who is subscribed. */
public interface SubscriptionContract extends ChatFixture {

    @Test
    @Scenario("C1")
    default void aThreadIsSubscribedOnceHoweverOften() {
        ChatState state = fresh();
        assertThat(state.isSubscribed("t")).isFalse();
        state.unsubscribe("t");

        state.subscribe("t");
        state.subscribe("t");
        assertThat(state.isSubscribed("t")).isTrue();
        assertThat(state.isSubscribed("T")).isFalse();

        state.unsubscribe("t");
        assertThat(state.isSubscribed("t")).isFalse();
        state.unsubscribe("t");
        assertThat(state.isSubscribed("t")).isFalse();
    }

    @Test
    @Scenario("C1")
    default void subscriptionsOfProfilesAreApart() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states().of(profile);
        ChatState other = states().of(new ProfileId(profile.value() + "2"));
        state.subscribe("t");

        assertThat(other.isSubscribed("t")).isFalse();
        other.subscribe("t");
        state.unsubscribe("t");
        assertThat(other.isSubscribed("t")).isTrue();
    }

    @Test
    @Scenario("C1")
    default void manyMaySubscribeAtOnce() {
        ChatState state = fresh();
        Race.of(threads(), 10, racer -> {
            state.subscribe("t");
            return racer;
        });
        assertThat(state.isSubscribed("t")).isTrue();
        Race.of(threads(), 10, racer -> {
            state.unsubscribe("t");
            return racer;
        });
        assertThat(state.isSubscribed("t")).isFalse();
    }
}
