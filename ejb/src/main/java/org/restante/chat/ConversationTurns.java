package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockStore.Holder;
import org.restante.chat.TurnStore.Arrival;
import org.restante.chat.TurnStore.Arrived;
import org.restante.chat.TurnStore.Beginning;
import org.restante.chat.TurnStore.Begun;
import org.restante.chat.TurnStore.Leaving;
import org.restante.chat.TurnStore.Left;
import org.restante.chat.TurnStore.Message;
import org.restante.chat.TurnStore.Ready;
import org.restante.chat.TurnStore.Taking;
import org.restante.codec.Content;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.RestanteException;

/**
 * Conversations of all profiles that are handled here and there, typed: what a dispatcher is made of. Messages come and locks
 * are taken beside the caller's transaction; what was handled is finished in it. Thread-safe.
 */
public final class ConversationTurns {

    private final ChatStates states;

    ConversationTurns(ChatStates states) {
        this.states = states;
    }

    /**
     * Keeps a message until it was handled, unless it came before: mark, message and lock in one step.
     *
     * @param content any value that can be written as CBOR
     * @throws InvalidInputException naming what breaks its limit
     */
    public Admitted admit(ConversationKey key, Coming coming, Object content) {
        EntryKey.requireKey("id", coming.id());
        byte[] encoded = states.codec().encode(ChatCodec.Place.of(key), content);
        Instant now = states.now();
        Instant readyAt = now.plus(coming.delay());
        Message message = new Message(coming.handler(), encoded, readyAt, coming.taking() == Taking.LATER);
        Arrival arrival = new Arrival(message, coming.holder().beginning(now), coming.taking());
        try {
            return states.adapter()
                    .independent()
                    .atomically(adapter ->
                            adapter.dedupe().mark(key.profile(), DedupeKey.of(key.key(), coming.id()), coming.window())
                                    ? Admitted.DUPLICATE
                                    : arrived(adapter.turns().arrive(key, arrival)));
        } catch (RefusedException e) {
            return Admitted.REFUSED;
        }
    }

    private static Admitted arrived(Arrived arrived) {
        if (!arrived.kept()) {
            throw new RefusedException(); // and so undoes the mark
        }
        return new Admitted(Admitted.State.KEPT, arrived.begun());
    }

    /** Takes the lock for what waits, if it is free and ready and something does. */
    public Optional<Begun> begin(ConversationKey key, TurnHolder holder) {
        return states.adapter().independent().turns().begin(key, holder.beginning(states.now()));
    }

    /** The first that wait, in order. */
    public List<StoredPending> waiting(ConversationKey key, int most) {
        return states.adapter().independent().turns().waiting(key, most);
    }

    /**
     * A message that waits.
     *
     * @throws UnreadableValueException when what is kept is not one of that type
     */
    public <M> M read(ConversationKey key, Class<M> type, StoredPending message) {
        return states.codec().decode(ChatCodec.Place.of(key), type, message.content());
    }

    /**
     * Takes what was handled away, in the caller's transaction; what {@link TurnStore#finish} says.
     *
     * @throws LockLostException when the token has no live lock any more
     */
    public Left finish(ConversationKey key, LockToken token, Collection<StoredPending> handled) {
        List<Long> numbers = handled.stream().map(StoredPending::number).toList();
        return states.adapter()
                .turns()
                .finish(key, Holder.of(token, states.now()), numbers)
                .orElseThrow(() -> new LockLostException(key.key()));
    }

    /** What {@link TurnStore#inTransaction} says. */
    public <T> T inTransaction(Duration limit, Function<Runnable, T> work) {
        return states.adapter().turns().inTransaction(limit, work);
    }

    /** Puts messages into a queue of their profile, in the caller's transaction, as they are; bytes where they cannot be read. */
    public void putAside(ConversationKey key, String queue, List<StoredPending> messages) {
        EntryQueues queues = states.of(key.profile()).queues();
        messages.forEach(message -> queues.put(queue, content(key, message), EntryQueues.MAX_SIZE));
    }

    private Content content(ConversationKey key, StoredPending message) {
        try {
            return read(key, Content.class, message);
        } catch (UnreadableValueException e) {
            return new Content(Content.OCTET_STREAM, message.content());
        }
    }

    /** Begins the lease anew; whether the token has it still. */
    public boolean extend(ConversationKey key, LockToken token, Duration lease) {
        return states.adapter().independent().locks().extend(key, Holder.of(token, states.now()), lease);
    }

    /** Frees the lock, and leaves what waits to whoever comes; whether the token had it. */
    public boolean leave(ConversationKey key, LockToken token) {
        return leave(key, token, Duration.ZERO, false);
    }

    /** The same after the first message was begun in vain, and not before that time has passed. */
    public boolean leaveFailed(ConversationKey key, LockToken token, Duration pause) {
        return leave(key, token, pause, true);
    }

    private boolean leave(ConversationKey key, LockToken token, Duration pause, boolean failed) {
        Instant now = states.now();
        return states.adapter()
                .independent()
                .turns()
                .leave(key, Holder.of(token, now), new Leaving(now.plus(pause), failed));
    }

    /** Some conversations of these handlers that are free and ready, and where something waits. */
    public List<Ready> ready(Collection<String> handlers, int most) {
        return handlers.isEmpty()
                ? List.of()
                : states.adapter().independent().turns().ready(handlers, states.now(), most);
    }

    /** How long it is until then; nothing where that is past. */
    public Duration until(Instant time) {
        Duration left = Duration.between(states.now(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Who takes locks, and for how long.
     *
     * @param owner 1 to 512 characters
     */
    public record TurnHolder(String owner, Duration lease) {

        private Beginning beginning(Instant now) {
            return new Beginning(owner, lease, now);
        }
    }

    /**
     * How a message comes.
     *
     * @param handler 1 to 64 characters
     * @param id of the message in its conversation, 1 to 512 characters
     * @param window how many messages of the conversation are remembered
     * @param delay before which nobody handles it
     */
    public record Coming(String handler, String id, int window, Taking taking, Duration delay, TurnHolder holder) {}

    /**
     * What came of a message.
     *
     * @param begun the lock, null where it was not taken
     */
    public record Admitted(State state, @Nullable Begun begun) {

        private static final Admitted DUPLICATE = new Admitted(State.DUPLICATE, null);
        private static final Admitted REFUSED = new Admitted(State.REFUSED, null);

        /** What becomes of it. */
        public enum State {
            /** It is handled, sooner or later. */
            KEPT,
            /** It came before. */
            DUPLICATE,
            /** It was not kept. */
            REFUSED
        }
    }

    /** Undoes a mark. */
    private static final class RefusedException extends RestanteException {
        private static final long serialVersionUID = 1;

        RefusedException() {
            super("the conversation is busy");
        }
    }
}
