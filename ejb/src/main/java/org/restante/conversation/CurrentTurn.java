package org.restante.conversation;

import org.jspecify.annotations.Nullable;

/** The turn that the calling thread takes. Thread-safe. */
public final class CurrentTurn {

    private static final ThreadLocal<@Nullable Turn<?>> TURN = new ThreadLocal<>();

    /**
     * That turn.
     *
     * @throws IllegalStateException where it takes none
     */
    public Turn<?> get() {
        Turn<?> turn = TURN.get();
        if (turn == null) {
            throw new IllegalStateException("the thread handles no conversation");
        }
        return turn;
    }

    /** Does the work as that turn. */
    static void during(Turn<?> turn, Runnable work) {
        TURN.set(turn);
        try {
            work.run();
        } finally {
            TURN.remove();
        }
    }
}
