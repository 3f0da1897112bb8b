package org.restante.transaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.restante.time.Ticker;

/**
 * Does again what failed for a moment only. Between attempts it pauses: for the first time up to {@value #FIRST_MILLIS} ms,
 * then up to twice as long each time, at most {@value #LONGEST_MILLIS} ms, and always a random time between half of that
 * and all of it, so that those who failed together do not meet again. Thread-safe.
 */
public final class Retry {

    static final long FIRST_MILLIS = 10;
    static final long LONGEST_MILLIS = 1000;

    private final Limits limits;
    private final Ticker ticker;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * How long it goes on.
     *
     * @param maxAttempts at least 1, the first one counted
     * @param deadline after which no further attempt begins, counted from the beginning of the first
     */
    public record Limits(int maxAttempts, Duration deadline) {}

    public Retry(Limits limits, Ticker ticker, Pause pause, RandomGenerator random) {
        this.limits = limits;
        this.ticker = ticker;
        this.pause = pause;
        this.random = random;
    }

    /**
     * The result of the first attempt that does not fail.
     *
     * @param passes whether a failure may be gone at the next attempt
     * @throws RuntimeException the last failure, with the earlier ones suppressed
     */
    public <T> T run(Supplier<T> attempt, Predicate<Throwable> passes) {
        long start = ticker.nanos();
        List<Throwable> earlier = new ArrayList<>();
        while (true) {
            try {
                return attempt.get();
            } catch (RuntimeException | Error e) {
                if (!passes.test(e) || earlier.size() + 1 >= limits.maxAttempts || !paused(earlier.size(), start)) {
                    earlier.stream().filter(failure -> failure != e).forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
        }
    }

    /** Whether it has paused and there is time for another attempt. */
    private boolean paused(int failures, long start) {
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, 20));
        Duration wait = Duration.ofNanos(random.nextLong(longest * 500_000, longest * 1_000_000 + 1));
        if (ticker.nanos() - start + wait.toNanos() > limits.deadline.toNanos()) {
            return false;
        }
        try {
            pause.of(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
