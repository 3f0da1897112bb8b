package org.restante.dedup;

import java.time.Duration;
import org.restante.dedup.Decision.InFlight;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;

/**
 * Claims keys of which others may have hold, and waits for these: for those who must not take a message in flight for done,
 * nor give it back at once and be given it again. Thread-safe.
 */
public final class PatientClaims {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Ticker ticker;
    private final Pause pause;

    public PatientClaims(Ticker ticker, Pause pause) {
        this.ticker = ticker;
        this.pause = pause;
    }

    /** On this machine's clock. */
    public static PatientClaims system() {
        return new PatientClaims(Ticker.system(), Pause.sleeping());
    }

    /**
     * Claims the key, and again while it is in flight, until the patience is over.
     *
     * @return {@link InFlight} when it is so still, or the thread was interrupted, which it then is afterwards
     */
    public Decision claim(DedupCache cache, String key, ClaimTerms terms, Duration patience) {
        long begun = ticker.nanos();
        Duration wait = FIRST_PAUSE;
        Decision decision = cache.claim(key, terms);
        while (decision instanceof InFlight) {
            Duration left = patience.minusNanos(ticker.nanos() - begun);
            if (left.isNegative() || left.isZero()) {
                return decision;
            }
            try {
                pause.of(wait.compareTo(left) < 0 ? wait : left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return decision;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
            decision = cache.claim(key, terms);
        }
        return decision;
    }
}
