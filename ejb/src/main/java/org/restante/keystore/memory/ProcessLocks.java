package org.restante.keystore.memory;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.LockKey;
import org.restante.keystore.LockLine;
import org.restante.time.Micros;
import org.restante.time.Ticker;

/**
 * Locks of this process. There is no transaction behind them: what is written in their protection is written at once, and
 * stays when the caller's transaction rolls back. Tokens go on from the time at which the process started, so they rise over
 * restarts too, as long as there are fewer than a million acquisitions a second.
 */
public final class ProcessLocks implements KeyLocks {

    private final LockLine line = new LockLine(1, Ticker.system());
    private final AtomicLong lastToken;

    public ProcessLocks(InstantSource clock) {
        this.lastToken = new AtomicLong(Micros.of(clock.instant()));
    }

    @Override
    public boolean joins() {
        return false;
    }

    @Override
    public <T> T holding(List<LockKey> locks, Limits limits, Function<Held, T> work) {
        LockLine.Pass pass = line.enter(locks, limits.lockWait());
        try {
            return work.apply(new Held(lastToken.incrementAndGet(), pass::leave));
        } finally {
            pass.leave();
        }
    }
}
