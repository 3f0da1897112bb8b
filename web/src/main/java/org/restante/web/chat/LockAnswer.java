package org.restante.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.LockResult;

/** What comes of asking for a conversation, as it is answered. */
public sealed interface LockAnswer {

    /**
     * It is the caller's.
     *
     * @param token null where there is no lock, as is {@code leaseUntil}
     */
    record Acquired(
            String result, @Nullable String token, @Nullable Instant leaseUntil) implements LockAnswer {

        /** Without the token. */
        @Override
        public String toString() {
            return "Acquired(until " + leaseUntil + ")";
        }
    }

    /** The message waits. */
    record Queued(String result, int position, List<PendingView> dropped) implements LockAnswer {}

    /**
     * There is no more to tell.
     *
     * @param dropped the message itself where it found the queue full; else left out
     */
    record Other(
            String result,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PendingView> dropped) implements LockAnswer {}

    static LockAnswer of(LockResult result) {
        if (result instanceof LockResult.Acquired acquired) {
            String token = acquired.token() == null ? null : acquired.token().toString();
            return new Acquired("acquired", token, acquired.leaseUntil());
        }
        if (result instanceof LockResult.Queued queued) {
            return new Queued("queued", queued.position(), PendingView.all(queued.dropped()));
        }
        if (result instanceof LockResult.Debounced) {
            return new Other("debounced", null);
        }
        return result instanceof LockResult.Overflowed overflowed
                ? new Other("busy", List.of(PendingView.of(overflowed.dropped())))
                : new Other("busy", null);
    }
}
