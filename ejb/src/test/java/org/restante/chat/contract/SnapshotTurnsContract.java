package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatStates;
import org.restante.chat.ConversationKey;
import org.restante.chat.ConversationTurns;
import org.restante.chat.StoredPending;
import org.restante.chat.TurnStore.Taking;
import org.restante.codec.Content;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;

/** Messages that wait for a handler, out of one profile and into another. */
@Scenario("C12")
public interface SnapshotTurnsContract extends ChatFixture {

    /** A message that a program of its own made. */
    record Order(String name, int amount) {}

    /** Lets a message wait, without taking the lock. */
    static void wait(ChatStates states, ConversationKey key, String handler, Object message) {
        come(states, key, handler, message, Taking.LATER);
    }

    private static void come(ChatStates states, ConversationKey key, String handler, Object message, Taking taking) {
        ConversationTurns.TurnHolder holder = new ConversationTurns.TurnHolder("node", LEASE);
        states.turns()
                .admit(
                        key,
                        new ConversationTurns.Coming(
                                handler, UUID.randomUUID().toString(), 10, taking, Duration.ZERO, holder),
                        message);
    }

    private static ConversationKey place(ProfileId profile) {
        return new ConversationKey(profile, "h:k");
    }

    private String taken(ProfileId profile) {
        return Snapshots.content(states().of(profile));
    }

    /** A profile with what is in a snapshot. */
    private ProfileId restored(String snapshot) {
        ProfileId profile = ChatFixture.profile();
        Snapshots.restore(states().of(profile), snapshot);
        return profile;
    }

    private List<StoredPending> waiting(ProfileId profile) {
        return states().turns().waiting(place(profile), 10);
    }

    private boolean isReady(ProfileId profile, String handler) {
        return states().turns().ready(List.of(handler), 10_000).stream()
                .anyMatch(ready -> ready.key().equals(place(profile)));
    }

    @Test
    default void aMessageOfAnyTypeIsTheSameAfterwardsAndItsHandlerFindsIt() {
        ProfileId first = ChatFixture.profile();
        byte[] bytes = {0, -1, 7};
        List.of(new Order("tea", 2), "text", bytes, new Content("text/plain; charset=utf-8", bytes))
                .forEach(message -> wait(states(), place(first), "handler", message));

        ProfileId second = restored(taken(first));

        assertThat(taken(second)).isEqualTo(taken(first));
        assertThat(isReady(second, "handler")).isTrue();
        assertThat(isReady(second, "another")).isFalse();
        List<StoredPending> waiting = waiting(second);
        ConversationTurns turns = states().turns();
        assertThat(waiting).hasSize(4);
        assertThat(turns.read(place(second), Order.class, waiting.get(0))).isEqualTo(new Order("tea", 2));
        assertThat(turns.read(place(second), String.class, waiting.get(1))).isEqualTo("text");
        assertThat(turns.read(place(second), byte[].class, waiting.get(2))).isEqualTo(bytes);
        assertThat(turns.read(place(second), Content.class, waiting.get(3)))
                .isEqualTo(new Content("text/plain; charset=utf-8", bytes));
        assertThat(waiting).extracting(StoredPending::expiresAt).containsOnly(StoredPending.NEVER);
    }

    @Test
    default void itIsWrittenWithItsHandlerAndAsItIs() {
        ProfileId profile = ChatFixture.profile();
        wait(states(), place(profile), "handler", new Content("text/plain", new byte[] {'h', 'i'}));

        JsonNode lock = Snapshots.of(states().of(profile)).at("/locks/0");

        assertThat(lock.get("handler").textValue()).isEqualTo("handler");
        assertThat(lock.get("owner").isNull()).isTrue();
        assertThat(lock.at("/pending/0").fieldNames())
                .toIterable()
                .containsExactly("owner", "strategy", "content", "enqueuedAt", "expiresAt");
        assertThat(lock.at("/pending/0/content")).hasToString("{\"mediaType\":\"text/plain\",\"bytes\":\"aGk=\"}");
        assertThat(lock.at("/pending/0/expiresAt").isNull()).isTrue();
    }

    @Test
    default void aLockThatIsHeldIsTakenByAnotherWhenItsLeaseIsOver() {
        ProfileId first = ChatFixture.profile();
        come(states(), place(first), "handler", "message", Taking.IF_FREE);

        ProfileId second = restored(taken(first));

        assertThat(taken(second)).isEqualTo(taken(first)).contains("\"owner\":\"node\"");
        assertThat(isReady(second, "handler")).isFalse();
        clock().advance(LEASE);
        assertThat(isReady(second, "handler")).isTrue();
    }

    @Test
    default void whatWaitedLongerIsReadyAtOnceAndWasNeverBegun() {
        ProfileId profile = ChatFixture.profile();
        ConversationTurns.TurnHolder holder = new ConversationTurns.TurnHolder("node", LEASE);
        wait(states(), place(profile), "handler", "message");
        ConversationTurns turns = states().turns();
        turns.leaveFailed(
                place(profile),
                turns.begin(place(profile), holder).orElseThrow().token(),
                Duration.ofHours(1));
        assertThat(isReady(profile, "handler")).isFalse();

        Snapshots.restore(states().of(profile), taken(profile));

        assertThat(isReady(profile, "handler")).isTrue();
        assertThat(turns.begin(place(profile), holder))
                .hasValueSatisfying(begun -> assertThat(begun.failures()).isZero());
    }

    @Test
    default void whatComesAfterwardsIsBehindAndAllIsFinished() {
        ProfileId profile = ChatFixture.profile();
        wait(states(), place(profile), "handler", "first");
        Snapshots.restore(states().of(profile), taken(profile));

        wait(states(), place(profile), "handler", "second");

        ConversationTurns turns = states().turns();
        List<StoredPending> waiting = waiting(profile);
        assertThat(waiting)
                .extracting(message -> turns.read(place(profile), String.class, message))
                .containsExactly("first", "second");
        ConversationTurns.TurnHolder holder = new ConversationTurns.TurnHolder("node", LEASE);
        assertThat(turns.finish(
                                place(profile),
                                turns.begin(place(profile), holder)
                                        .orElseThrow()
                                        .token(),
                                waiting)
                        .waiting())
                .isZero();
        assertThat(isReady(profile, "handler")).isFalse();
    }

    @Test
    default void whenTheSourceFailsAtLastTheHandlerIsKnownStill() {
        ProfileId profile = ChatFixture.profile();
        wait(states(), place(profile), "handler", "message");
        String before = taken(profile);

        assertThatThrownBy(() -> adapter().atomically(joined -> {
                    joined.snapshots()
                            .replace(profile, sink -> sink.lock(place(profile).key(), null, null));
                    throw new IllegalStateException("after all");
                }))
                .hasMessage("after all");

        assertThat(taken(profile)).isEqualTo(before);
        assertThat(isReady(profile, "handler")).isTrue();
    }
}
