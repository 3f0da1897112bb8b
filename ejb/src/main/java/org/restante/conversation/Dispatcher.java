package org.restante.conversation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.restante.chat.ConversationTurns;
import org.restante.chat.ConversationTurns.Admitted;
import org.restante.chat.ConversationTurns.Coming;
import org.restante.chat.ConversationTurns.TurnHolder;
import org.restante.chat.TurnStore.Begun;
import org.restante.chat.TurnStore.Ready;
import org.restante.chat.TurnStore.Taking;
import org.restante.entry.ProfileId;
import org.restante.lease.LeaseKeeper;

/**
 * Takes messages and sees to it that they are handled: here, as long as this node has the conversation; by whoever is told that
 * it was left, or finds out. Once a second, and not more often, it looks for conversations that nobody has. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int FOUND_AT_ONCE = 100;

    private final ConversationTurns turns;
    private final LeaseKeeper leases;
    private final Border border;
    private final Map<String, ConversationHandler<?>> handlers = new ConcurrentHashMap<>();
    private final Set<Ready> tried = ConcurrentHashMap.newKeySet();
    private final Set<ConversationRun<?>> runs = ConcurrentHashMap.newKeySet();
    private boolean looking;
    private volatile boolean closing;

    /** @param leases that are renewed while conversations are handled */
    public Dispatcher(ConversationTurns turns, LeaseKeeper leases, Border border) {
        this.turns = turns;
        this.leases = leases;
        this.border = border;
    }

    /**
     * What it needs of its process.
     *
     * @param node who holds conversations, for people
     * @param executor runs handlers; is shut down at the end, and drops then what is to be done later
     * @param around is given each handling, to be done at once
     */
    public record Border(
            String node, ScheduledExecutorService executor, HandoverSignal signal, Consumer<Runnable> around) {}

    /** The conversations of one profile. */
    public Conversations of(ProfileId profile) {
        return new ProfileConversations(profile, this);
    }

    /** What {@link Conversations#handle} says. */
    <M> Admission handle(
            ProfileId profile, ConversationPlace.Incoming incoming, M message, ConversationHandler<M> handler) {
        resume(handler);
        ConversationRules rules = handler.rules();
        ConversationPlace place = ConversationPlace.of(profile, handler, incoming);
        Coming coming = new Coming(
                handler.name(),
                incoming.id(),
                rules.trials().remembered(),
                taking(rules.strategy()),
                rules.delay(),
                holder(rules));
        Admitted admitted = turns.admit(place.lock(), coming, message);
        return switch (admitted.state()) {
            case DUPLICATE -> Admission.DUPLICATE;
            case REFUSED -> Admission.REJECTED;
            case KEPT -> {
                Begun begun = admitted.begun();
                if (begun != null) {
                    run(new ConversationRun<>(this, handler, place, begun));
                } else if (!rules.delay().isZero()) {
                    tryLater(new Ready(place.lock(), handler.name()), rules.delay());
                }
                yield Admission.ACCEPTED;
            }
        };
    }

    private static Taking taking(ConversationStrategy strategy) {
        return switch (strategy) {
            case REJECT -> Taking.OR_ELSE_REFUSED;
            case DEBOUNCE -> Taking.LATER;
            case QUEUE, LATEST, BURST, CONCURRENT -> Taking.IF_FREE;
        };
    }

    /** What {@link Conversations#resume} says. */
    public void resume(ConversationHandler<?> handler) {
        if (handlers.put(ConversationHandler.requireName(handler.name()), handler) == null) {
            look();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it deals with what fails
    private synchronized void look() {
        if (looking || closing) {
            return;
        }
        looking = true;
        border.signal.listen(this::tryNow);
        border.executor.scheduleWithFixedDelay(this::find, 0, LOOKS_EVERY.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void find() {
        try {
            turns.ready(handlers.keySet(), FOUND_AT_ONCE).forEach(this::tryNow);
        } catch (RuntimeException | Error e) { // of the store, a pool or the server: it comes back
            LOG.log(Level.DEBUG, "Conversations that wait are looked for later", e);
        }
    }

    private void tryNow(Ready ready) {
        tryLater(ready, Duration.ZERO);
    }

    /** Takes the conversation then, if nobody else has it. */
    @SuppressWarnings("FutureReturnValueIgnored") // as above
    void tryLater(Ready ready, Duration delay) {
        if (delay.isZero() && !tried.add(ready)) {
            return;
        }
        try {
            border.executor.schedule(() -> begin(ready), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "{0} is left to others: the server is stopping", ready.key());
        }
    }

    private void begin(Ready ready) {
        tried.remove(ready);
        ConversationHandler<?> handler = handlers.get(ready.handler());
        if (handler == null || closing) {
            return;
        }
        try {
            turns.begin(ready.key(), holder(handler.rules()))
                    .ifPresent(begun -> started(handler, ready, begun).run());
        } catch (RuntimeException e) { // as above
            LOG.log(Level.DEBUG, "A conversation is taken later", e);
        }
    }

    private <M> ConversationRun<M> started(ConversationHandler<M> handler, Ready ready, Begun begun) {
        ConversationRun<M> run =
                new ConversationRun<>(this, handler, ConversationPlace.of(ready, handler.rules()), begun);
        runs.add(run);
        return run;
    }

    private void run(ConversationRun<?> run) {
        runs.add(run);
        try {
            border.executor.execute(run);
        } catch (RejectedExecutionException e) {
            run.leave();
        }
    }

    private TurnHolder holder(ConversationRules rules) {
        return new TurnHolder(border.node, rules.lease());
    }

    void ended(ConversationRun<?> run) {
        runs.remove(run);
    }

    boolean isClosing() {
        return closing;
    }

    ConversationTurns turns() {
        return turns;
    }

    LeaseKeeper leases() {
        return leases;
    }

    Border border() {
        return border;
    }

    /** Lets the turns that have begun come to their end, for some seconds, and leaves the conversations to others. */
    @Override
    public void close() {
        closing = true;
        border.executor.shutdown();
        try {
            if (!border.executor.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                border.executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            border.executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
        runs.forEach(ConversationRun::leave);
        border.signal.close();
    }
}
