package org.restante.metering;

import java.time.Duration;
import java.util.function.Function;
import org.restante.time.Ticker;

/** Does operations and tells how long each took and what came of it. Thread-safe. */
final class Timing {

    private final Meter meter;
    private final Ticker ticker;

    Timing(Meter meter, Ticker ticker) {
        this.meter = meter;
        this.ticker = ticker;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** What is done and comes to nothing. */
    @FunctionalInterface
    interface Task<X extends Exception> {
        void run() throws X;
    }

    /** Whatever the work gives or throws, after it was told of. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // what the work throws, and nothing else
    <T, X extends Exception> T timed(Operation operation, Work<T, X> work, Function<? super T, Outcome> outcomes)
            throws X {
        long begun = ticker.nanos();
        Outcome outcome = Outcome.FAILED;
        try {
            T result = work.run();
            outcome = outcomes.apply(result);
            return result;
        } catch (Throwable thrown) {
            outcome = Outcomes.of(thrown);
            throw thrown;
        } finally {
            meter.operation(operation, outcome, Duration.ofNanos(ticker.nanos() - begun));
        }
    }

    /** The same for what comes to nothing but its end. */
    <X extends Exception> void done(Operation operation, Task<X> task) throws X {
        timed(
                operation,
                () -> {
                    task.run();
                    return Outcome.DONE;
                },
                outcome -> outcome);
    }
}
