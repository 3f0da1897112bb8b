package org.restante.web.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.chat.NextResult;

/** What comes next in a conversation, as it is answered. */
public sealed interface NextAnswer {

    /** The caller holds it still, under another token. */
    record Next(PendingView next, List<PendingView> skipped, String token, Instant leaseUntil) implements NextAnswer {

        static Next of(NextResult.Next taken) {
            return new Next(
                    PendingView.of(taken.entry()),
                    PendingView.all(taken.skipped()),
                    taken.token().toString(),
                    taken.leaseUntil());
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Next(" + next + ")";
        }
    }

    /**
     * It is free.
     *
     * @param next null
     */
    record Freed(@Nullable PendingView next, List<PendingView> skipped) implements NextAnswer {

        static Freed of(NextResult.Freed freed) {
            return new Freed(null, PendingView.all(freed.skipped()));
        }
    }
}
