package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.reject;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatDesk;
import org.restante.chat.ChatState;
import org.restante.chat.HeldConversation;
import org.restante.entry.ProfileId;

/** Held conversations as people see them. */
public interface DeskContract extends ChatFixture {

    @Test
    default void conversationsOfAllProfilesAreListedTheOldestFirst() {
        ProfileId one = new ProfileId("desk-" + UUID.randomUUID());
        ProfileId two = new ProfileId("desk-" + UUID.randomUUID());
        states().of(two).locks().lock("k", reject("a"));
        clock().advance(Duration.ofSeconds(1));
        states().of(one).locks().lock("k", reject("b"));
        states().of(one).locks().lock("k", queue("waits"));

        List<HeldConversation> held = desk().oldest(100_000).stream()
                .filter(found -> List.of(one, two).contains(found.profile()))
                .toList();

        assertThat(held).extracting(HeldConversation::profile).containsExactly(two, one);
        assertThat(held).extracting(found -> found.lock().depth()).containsExactly(0, 1);
        assertThat(desk().oldest(1)).hasSize(1);
    }

    @Test
    default void onlyTheOwnerThatWasSeenLosesTheConversation() {
        ProfileId profile = new ProfileId("desk-" + UUID.randomUUID());
        ChatState chat = states().of(profile);
        chat.locks().lock("k", reject("a"));

        assertThat(desk().release(profile, "k", "b")).isFalse();
        assertThat(chat.locks().live()).hasSize(1);
        assertThat(desk().release(profile, "k", "a")).isTrue();
        assertThat(chat.locks().live()).isEmpty();
    }

    @Test
    default void subscriptionsAreCountedNoFurtherThanAskedFor() {
        ProfileId profile = new ProfileId("desk-" + UUID.randomUUID());
        states().of(profile).subscribe("one");
        states().of(profile).subscribe("two");

        assertThat(desk().subscriptions(profile, 10)).isEqualTo(2);
        assertThat(desk().subscriptions(profile, 1)).isEqualTo(1);
    }

    private ChatDesk desk() {
        return states().desk();
    }
}
