package org.restante.keystore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.restante.time.Ticker;

/**
 * Where the threads of this process stand in line for locks, first come first served. A few of them at a time are let
 * through for each lock; the others wait here, where they hold neither a connection nor a place in a pool. Thread-safe.
 */
public final class LockLine {

    private final ConcurrentMap<LockKey, Place> places = new ConcurrentHashMap<>();
    private final int through;
    private final Ticker ticker;

    /**
     * A line of its own.
     *
     * @param through how many are let through at a time for one lock, at least 1
     */
    public LockLine(int through, Ticker ticker) {
        this.through = through;
        this.ticker = ticker;
    }

    /**
     * Waits to be let through for all of these locks.
     *
     * @param locks each once, in their order
     * @throws LockTimeoutException when that took longer than the wait; then this thread stands in no line any more
     * @throws LockInterruptedException when this thread is interrupted, as it still is then; it stands in no line any more
     */
    public Pass enter(List<LockKey> locks, Duration wait) {
        Pass pass = new Pass(ticker.nanos() + wait.toNanos());
        try {
            for (LockKey lock : locks) {
                if (!pass.add(lock)) {
                    pass.leave();
                    throw timeout(List.of(lock), wait);
                }
            }
            return pass;
        } catch (InterruptedException e) {
            pass.leave();
            Thread.currentThread().interrupt();
            throw new LockInterruptedException("the wait for the lock " + LockKey.names(locks) + " was interrupted", e);
        }
    }

    /** What is thrown when these, or one of them, were not had in time. */
    public static LockTimeoutException timeout(List<LockKey> locks, Duration wait) {
        return new LockTimeoutException("the lock " + LockKey.names(locks) + " was not had within " + wait);
    }

    private static final class Place {
        final LockKey lock;
        final Semaphore semaphore;
        int users;

        Place(LockKey lock, int through) {
            this.lock = lock;
            this.semaphore = new Semaphore(through, true);
        }
    }

    private Place join(LockKey lock) {
        return places.compute(lock, (key, known) -> {
            Place place = known == null ? new Place(key, through) : known;
            place.users++;
            return place;
        });
    }

    private void part(Place place) {
        places.computeIfPresent(place.lock, (key, known) -> --known.users == 0 ? null : known);
    }

    /** Leave to go on, until it is given back. May be given back on any thread, and more than once. */
    public final class Pass {

        private final long deadline;
        private final Deque<Place> entered = new ArrayDeque<>();
        private final AtomicBoolean left = new AtomicBoolean();

        private Pass(long deadline) {
            this.deadline = deadline;
        }

        /** How much of the wait is left, not negative. */
        public Duration remaining() {
            return Duration.ofNanos(Math.max(0, deadline - ticker.nanos()));
        }

        /** Lets the next ones through. */
        public void leave() {
            if (left.compareAndSet(false, true)) {
                entered.forEach(place -> {
                    place.semaphore.release();
                    part(place);
                });
            }
        }

        private boolean add(LockKey lock) throws InterruptedException {
            Place place = join(lock);
            boolean through = false;
            try {
                through = place.semaphore.tryAcquire(remaining().toNanos(), TimeUnit.NANOSECONDS);
                return through;
            } finally {
                if (through) {
                    entered.push(place);
                } else {
                    part(place);
                }
            }
        }
    }
}
