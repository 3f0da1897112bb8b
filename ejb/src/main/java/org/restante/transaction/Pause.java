package org.restante.transaction;

import java.time.Duration;

/** Lets time go by on the calling thread. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration) throws InterruptedException;

    /** By sleeping. */
    static Pause sleeping() {
        return duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
    }
}
