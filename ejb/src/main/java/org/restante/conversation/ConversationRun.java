package org.restante.conversation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.chat.LockLostException;
import org.restante.chat.StoredPending;
import org.restante.chat.TurnStore.Begun;
import org.restante.chat.TurnStore.Left;
import org.restante.chat.TurnStore.Ready;
import org.restante.codec.UnreadableValueException;
import org.restante.lease.LeaseKeeper;
import org.restante.time.Ticker;

/**
 * Handles a conversation while this node has it, turn after turn, in one thread.
 *
 * @param <M> what a message is
 */
final class ConversationRun<M> implements Runnable {

    private static final Logger LOG = System.getLogger(ConversationRun.class.getName());
    private static final int MOST_AT_ONCE = 1000;
    private static final Ticker TICKER = Ticker.system();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final ConversationHandler<M> handler;
    private final ConversationPlace place;
    private final Begun begun;
    private final LeaseKeeper.Kept lease;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean free;
    private volatile boolean started;
    private volatile long turnBegan = TICKER.nanos();
    private volatile Runnable abandonment = () -> {};

    /** Renews the lease from now on. */
    ConversationRun(Dispatcher dispatcher, ConversationHandler<M> handler, ConversationPlace place, Begun begun) {
        this.dispatcher = dispatcher;
        this.handler = handler;
        this.place = place;
        this.begun = begun;
        this.lease = dispatcher
                .leases()
                .keep(
                        new ConversationLease(
                                dispatcher.turns(),
                                place,
                                begun.token(),
                                handler.rules().lease(),
                                this::isFree,
                                this::isOverdue),
                        () -> abandonment.run());
    }

    @Override
    public void run() {
        started = true;
        try {
            takeTurns();
        } finally {
            end();
        }
    }

    private void takeTurns() {
        try {
            int failures = begun.failures();
            for (int turn = 0; turn < handler.rules().trials().inARow(); turn++) {
                if (dispatcher.isClosing() || lease.isLost() || !isTaken(failures)) {
                    break;
                }
                failures = 0;
            }
        } catch (RuntimeException
                | Error e) { // of the store, a pool or the server: the lease runs out, and others come
            LOG.log(Level.WARNING, "The conversation " + place.key() + " is left until its lease has run out", e);
            over.set(true);
        }
    }

    /** One turn; whether there is another one to take. */
    private boolean isTaken(int failures) {
        List<StoredPending> waiting = dispatcher
                .turns()
                .waiting(place.lock(), handler.rules().strategy().takesAll() ? MOST_AT_ONCE : 1);
        Attempt attempt = new Attempt(waiting, failures + 1);
        turnBegan = TICKER.nanos();
        try {
            if (handler.rules().isTooOften(failures)) { // whoever began it died over it each time
                return goesOn(attempt.giveUp(new IllegalStateException("begun " + failures + " times in vain")));
            }
            return goesOn(
                    dispatcher.turns().inTransaction(handler.rules().trials().limit(), abandon -> {
                        abandonment = abandon;
                        requireHeld();
                        return attempt.run();
                    }));
        } catch (RuntimeException | Error e) {
            return isDealtWith(attempt, e instanceof HandlerFailure failure ? failure.failure() : e);
        } finally {
            abandonment = () -> {};
        }
    }

    private void requireHeld() {
        if (lease.isLost()) {
            throw new LockLostException(place.key());
        }
    }

    private boolean isFree() {
        return free;
    }

    /** Whether a turn takes longer than it may: others are to go on, whatever becomes of it. */
    private boolean isOverdue() {
        return started
                && TICKER.nanos() - turnBegan > handler.rules().trials().limit().toNanos();
    }

    /** Whether the conversation is still held; where it is not and something waits, it is taken again once that is ready. */
    private boolean goesOn(Left left) {
        if (left.held()) {
            return true;
        }
        over.set(true);
        if (left.waiting() > 0) {
            dispatcher.tryLater(ready(), dispatcher.turns().until(left.readyAt()));
        }
        return false;
    }

    private boolean isDealtWith(Attempt attempt, Throwable failure) {
        free = false; // it was rolled back
        if (!lease.isLost() && handler.rules().isTooOften(attempt.number)) {
            try {
                return goesOn(attempt.giveUp(failure));
            } catch (RuntimeException | Error e) {
                LOG.log(Level.WARNING, "The messages of " + place.key() + " could not be put aside", e);
            }
        }
        over.set(true);
        Duration pause = pause(attempt.number);
        if (dispatcher.turns().leaveFailed(place.lock(), begun.token(), pause)) {
            String next = "Attempt %d at the conversation %s failed; the next one follows after %s";
            LOG.log(Level.WARNING, next.formatted(attempt.number, place.key(), pause), failure);
            dispatcher.tryLater(ready(), pause);
        } else {
            LOG.log(Level.WARNING, "The conversation " + place.key() + " was lost: its turn was rolled back", failure);
        }
        return false;
    }

    private static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Leaves the conversation to others, if nothing of it was begun; else its lease does. */
    void leave() {
        if (!started) {
            end();
        }
    }

    private void end() {
        lease.close();
        try {
            if (over.compareAndSet(false, true) && dispatcher.turns().leave(place.lock(), begun.token())) {
                dispatcher.border().signal().tell(ready());
            }
        } catch (RuntimeException e) { // as above
            LOG.log(Level.DEBUG, "The conversation " + place.key() + " is left until its lease has run out", e);
        } finally {
            dispatcher.ended(this);
        }
    }

    private Ready ready() {
        return new Ready(place.lock(), handler.name());
    }

    /** The handling of what waits. */
    private final class Attempt {

        private final List<StoredPending> waiting;
        private final int number;

        Attempt(List<StoredPending> waiting, int number) {
            this.waiting = waiting;
            this.number = number;
        }

        /** Handles it, and takes it away. */
        Left run() {
            if (!waiting.isEmpty()) {
                Turn<M> turn = turn();
                CurrentTurn.during(turn, () -> dispatcher.border().around().accept(() -> handle(turn)));
            }
            requireHeld();
            return finished();
        }

        private Left finished() {
            Left left = dispatcher.turns().finish(place.lock(), begun.token(), waiting);
            free = !left.held();
            return left;
        }

        private void handle(Turn<M> turn) {
            try {
                handler.handle(turn);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new HandlerFailure(e);
            }
        }

        /** Takes it away without its being handled. */
        Left giveUp(Throwable failure) {
            LOG.log(
                    Level.ERROR,
                    "After " + number + " attempts at the conversation " + place.key() + " it goes on",
                    failure);
            return dispatcher.turns().inTransaction(handler.rules().trials().limit(), abandon -> {
                if (!isDealtWith(failure)) {
                    dispatcher.turns().putAside(place.lock(), "dead-letters:" + handler.name(), waiting);
                }
                return finished();
            });
        }

        /** Whether the handler deals with it; what cannot be read it cannot be shown. */
        private boolean isDealtWith(Throwable failure) {
            Turn<M> turn;
            try {
                turn = turn();
            } catch (UnreadableValueException e) {
                return false;
            }
            return handler.giveUp(turn, failure);
        }

        private Turn<M> turn() {
            List<M> all = waiting.stream()
                    .map(message -> dispatcher.turns().read(place.lock(), handler.type(), message))
                    .toList();
            int skipped = handler.rules().strategy() == ConversationStrategy.BURST ? 0 : all.size() - 1;
            return new Turn<>(
                    place.profile(),
                    place.key(),
                    all.subList(skipped, all.size()),
                    all.subList(0, skipped),
                    number,
                    new Turn.Holding(begun.token(), lease::isLost));
        }
    }
}
