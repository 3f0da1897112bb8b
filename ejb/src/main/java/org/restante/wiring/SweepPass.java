package org.restante.wiring;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;

/** Drops part after part, and rests after each for as long as it took: others have work to do too. */
record SweepPass(BooleanSupplier part, Ticker ticker, Pause pause) implements Runnable {

    /** @param part drops one part; whether there may be more */
    SweepPass(BooleanSupplier part) {
        this(part, Ticker.system(), Pause.sleeping());
    }

    @Override
    public void run() {
        try {
            long begun = ticker.nanos();
            while (part.getAsBoolean()) {
                pause.of(Duration.ofNanos(ticker.nanos() - begun));
                begun = ticker.nanos();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
