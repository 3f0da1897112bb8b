package org.restante.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.restante.access.AccessTokens;
import org.restante.audit.AuditTrail;
import org.restante.chat.ChatStates;
import org.restante.dedup.DedupCaches;
import org.restante.retry.RetryCaches;
import org.restante.settings.RetrySettings;
import org.restante.storage.StorageUnavailableException;
import org.restante.time.Ticker;

/** Drops what is over now and then, at random times, so that the nodes of one database seldom do it together. */
final class Sweeper implements Supplier<Duration> {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final String what;
    private final Runnable pass;
    private final Ticker ticker;
    private volatile long clean;

    /** @param what is dropped, for people */
    Sweeper(String what, Runnable pass, Ticker ticker) {
        this.what = what;
        this.pass = pass;
        this.ticker = ticker;
        this.clean = ticker.nanos();
    }

    static Sweeper of(RetryCaches caches, RetrySettings settings) {
        return new Sweeper(
                "Expired messages",
                () -> caches.sweep(settings.timesToLive(), settings.limits().timeToLive()),
                Ticker.system());
    }

    static Sweeper of(DedupCaches caches) {
        return new Sweeper("Claims that are over", new SweepPass(caches::sweep), Ticker.system());
    }

    static Sweeper of(ChatStates states) {
        return new Sweeper("Values, lists and locks that are over", new SweepPass(states::sweep), Ticker.system());
    }

    static Sweeper of(AccessTokens tokens) {
        return new Sweeper("Tokens that expired long ago", tokens::sweep, Ticker.system());
    }

    static Sweeper of(AuditTrail trail) {
        return new Sweeper("Old audit records", new SweepPass(trail::sweep), Ticker.system());
    }

    /** One pass; says when the next one is due. */
    @Override
    public Duration get() {
        long begun = ticker.nanos();
        try {
            pass.run();
            clean = begun;
        } catch (StorageUnavailableException e) {
            LOG.log(Level.DEBUG, what + " are dropped later", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, what + " could not be dropped", e);
        }
        return pause();
    }

    /**
     * For how long something that is over may have stayed: since the last pass that came to its end began. A pass that is
     * long, or fails, makes it grow.
     */
    Duration lag() {
        return Duration.ofNanos(ticker.nanos() - clean);
    }

    static Duration pause() {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }
}
