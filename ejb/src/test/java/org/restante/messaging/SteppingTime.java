package org.restante.messaging;

import java.time.Duration;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;

/** A time that goes on when somebody pauses, and then only. */
final class SteppingTime implements Ticker, Pause {

    private long nanos;
    private Runnable duringPause = () -> {};

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void of(Duration duration) {
        nanos += duration.toNanos();
        duringPause.run();
    }

    Duration passed() {
        return Duration.ofNanos(nanos);
    }

    /** Is done in each pause from now on. */
    void duringPauses(Runnable action) {
        duringPause = action;
    }
}
