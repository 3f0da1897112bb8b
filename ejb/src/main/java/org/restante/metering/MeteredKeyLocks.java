package org.restante.metering;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.LockKey;
import org.restante.time.Ticker;

/** Locks of key transactions, the waits for which are measured. */
record MeteredKeyLocks(KeyLocks locks, Meter meter, Ticker ticker) implements KeyLocks {

    @Override
    public boolean joins() {
        return locks.joins();
    }

    @Override
    public <T> T holding(List<LockKey> keys, Limits limits, Function<Held, T> work) {
        Wait wait = new Wait(ticker.nanos());
        try {
            return locks.holding(keys, limits, held -> {
                wait.end(Outcome.CLAIMED);
                return work.apply(held);
            });
        } catch (RuntimeException | Error thrown) {
            wait.end(Outcomes.of(thrown));
            throw thrown;
        }
    }

    /** One wait, of one thread, told of once. */
    private final class Wait {

        private final long begun;
        private boolean ended;

        Wait(long begun) {
            this.begun = begun;
        }

        void end(Outcome outcome) {
            if (!ended) {
                ended = true;
                meter.lockWait(outcome, Duration.ofNanos(ticker.nanos() - begun));
            }
        }
    }
}
