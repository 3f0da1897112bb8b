package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.chat.contract.Results.acquired;
import static org.restante.chat.contract.Results.queue;
import static org.restante.chat.contract.Results.queued;
import static org.restante.chat.contract.Results.released;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationKey;
import org.restante.chat.EntryQueues.Taken;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.SeriesStore;
import org.restante.chat.SeriesStore.Series;
import org.restante.chat.StoredPending;
import org.restante.chat.ValueStore;
import org.restante.chat.ValueStore.Cell;
import org.restante.chat.ValueStore.Expiring;
import org.restante.codec.PayloadCipher;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.ProfileId;
import org.restante.storage.contract.TestCipher;
import org.restante.testing.Scenario;

/** Encryption at rest: each value is bound to its place. */
public interface ChatEncryptionContract extends ChatFixture {

    String MARKER = "a marker that nobody may find in the store";
    PayloadCipher CIPHER = new TestCipher(1, Map.of(1, "0123456789abcdef"));
    PayloadCipher OTHER = new TestCipher(2, Map.of(2, "0123456789abcdef"));

    @Test
    @Scenario("S22")
    default void theStoreHoldsNoPlaintextAndWhatIsReadIsWhatWasWritten() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states(CIPHER).of(profile);
        fill(state);

        assertThat(raw(profile)).hasSize(6).noneMatch(bytes -> bytes.contains(MARKER));
        assertThat(state.threadState("k")).containsEntry("message", MARKER);
        assertThat(state.channelState("k")).containsEntry("message", MARKER);
        assertThat(state.values().get("k", String.class)).contains(MARKER);
        assertThat(state.lists().list("k", String.class)).containsExactly(MARKER);
        assertThat(state.queues().take("k", String.class)).contains(new Taken<>(MARKER, 0));
        released(state.locks().release("k", "owner of first"), MARKER);
    }

    @Test
    @Scenario("S22")
    default void withoutEncryptionTheBytesAreAsTheyAre() {
        ProfileId profile = ChatFixture.profile();
        fill(states().of(profile));

        assertThat(raw(profile)).hasSize(6).allMatch(bytes -> bytes.contains(MARKER));
        assertThat(states(CIPHER).of(profile).values().get("k", String.class)).contains(MARKER);
    }

    @Test
    @Scenario("S22")
    default void whatWasWrittenWithAnotherKeyIsUnreadableAndStays() {
        ProfileId profile = ChatFixture.profile();
        fill(states(CIPHER).of(profile));
        ChatState other = states(OTHER).of(profile);

        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> other.threadState("k"),
                () -> other.channelState("k"),
                () -> other.values().get("k", String.class),
                () -> other.lists().list("k", String.class),
                () -> other.queues().take("k", String.class))) {
            assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(call);
        }
        assertThat(other.queues().depth("k")).isEqualTo(1);
    }

    @Test
    @Scenario("S22")
    default void aValueThatWasMovedToAnotherPlaceIsUnreadable() {
        ProfileId profile = ChatFixture.profile();
        ChatState state = states(CIPHER).of(profile);
        fill(state);
        ValueStore values = adapter().values();
        byte[] thread =
                Objects.requireNonNull(values.get(new Cell(profile, ValueStore.Kind.THREAD, "k"), clock().instant()));
        values.put(new Cell(profile, ValueStore.Kind.CHANNEL, "k"), new Expiring(thread, null));
        values.put(new Cell(profile, ValueStore.Kind.THREAD, "other"), new Expiring(thread, null));

        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> state.channelState("k"));
        assertThatExceptionOfType(UnreadableValueException.class).isThrownBy(() -> state.threadState("other"));
        assertThat(state.threadState("k")).isNotEmpty();
    }

    private static void fill(ChatState state) {
        Map<String, Object> map = Map.of("message", MARKER);
        state.putThreadState("k", map);
        state.putChannelState("k", map);
        state.values().set("k", MARKER, null);
        state.lists().append("k", MARKER, 10, null);
        state.queues().put("k", MARKER, 10);
        acquired(state.locks().lock("k", queue("first")));
        queued(state.locks().lock("k", queue(MARKER)), 1);
    }

    /** What the store has for {@link #fill}; it has that still afterwards. */
    private List<String> raw(ProfileId profile) {
        Instant now = clock().instant();
        List<byte[]> found = new ArrayList<>();
        for (ValueStore.Kind kind : List.of(ValueStore.Kind.THREAD, ValueStore.Kind.CHANNEL, ValueStore.Kind.VALUE)) {
            found.add(Objects.requireNonNull(adapter().values().get(new Cell(profile, kind, "k"), now)));
        }
        for (SeriesStore.Kind kind : SeriesStore.Kind.values()) {
            found.addAll(adapter().series().list(new Series(profile, kind, "k"), now));
        }
        IllegalStateException undone = new IllegalStateException("undone");
        assertThatThrownBy(() -> adapter().atomically(adapter -> {
                    Holder anybody = Holder.anybody(now);
                    adapter.locks().release(new ConversationKey(profile, "k"), anybody).orElseThrow().stream()
                            .map(StoredPending::content)
                            .forEach(found::add);
                    throw undone;
                }))
                .isSameAs(undone);
        return found.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }
}
