package org.restante.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.restante.codec.EntryCodec;
import org.restante.entry.ProfileId;

/** The conversations of all profiles over one adapter. Thread-safe. */
public final class ChatStates {

    /** How long what is over is kept for those whose clock is a little behind. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final int SWEPT_AT_ONCE = 200;

    private final ChatAdapter adapter;
    private final ChatCodec codec;
    private final Conduct conduct;

    public ChatStates(ChatAdapter adapter, EntryCodec codec, Conduct conduct) {
        this.adapter = adapter;
        this.codec = new ChatCodec(codec);
        this.conduct = conduct;
    }

    /**
     * How conversations are kept.
     *
     * @param lease of locks that have none of their own
     * @param bound of queues that have none of their own
     * @param clock which all nodes share
     */
    public record Conduct(Duration lease, QueueBound bound, InstantSource clock) {

        public Conduct {
            LockRequest.requireLease(lease);
        }
    }

    /** The state of one profile; costs nothing, also for a profile never seen before. */
    public ChatState of(ProfileId profile) {
        return new ProfileChatState(profile, this);
    }

    /** The conversations of all profiles that are handled here and there. */
    public ConversationTurns turns() {
        return new ConversationTurns(this);
    }

    /** The conversations as people see them. */
    public ChatDesk desk() {
        return new ChatDesk(independent());
    }

    /** Forgets one part of what is over; whether there may be more. */
    public boolean sweep() {
        return adapter.independent().sweep(now().minus(GRACE), SWEPT_AT_ONCE) == SWEPT_AT_ONCE;
    }

    /** The same, of which each operation is done for good at once. */
    ChatStates independent() {
        return new ChatStates(adapter.independent(), codec, conduct);
    }

    private ChatStates(ChatAdapter adapter, ChatCodec codec, Conduct conduct) {
        this.adapter = adapter;
        this.codec = codec;
        this.conduct = conduct;
    }

    /** Does several operations as one. */
    <T> T atomically(Function<ChatStates, T> work) {
        return adapter.atomically(joined -> work.apply(new ChatStates(joined, codec, conduct)));
    }

    ChatAdapter adapter() {
        return adapter;
    }

    ChatCodec codec() {
        return codec;
    }

    Duration lease() {
        return conduct.lease();
    }

    QueueBound bound() {
        return conduct.bound();
    }

    Instant now() {
        return conduct.clock().instant();
    }
}
