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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
     * @throws LockTimeoutException when that took longer than the wait, or the thread is interrupted; then it stands in no line
     *     any more
     */
    public Pass enter(List<LockKey> locks, Duration wait) {
        long start = ticker.nanos();
        Pass pass = new Pass(start + wait.toNanos());
        for (LockKey lock : locks) {
            if (!pass.add(lock)) {
                pass.leave();
                throw Thread.currentThread().isInterrupted()
                        ? new LockTimeoutException("the thread was interrupted before it had the lock " + lock)
                        : timeout(List.of(lock), wait);
            }
        }
        return pass;
    }

    /** What is thrown when these, or one of them, were not had in time. */
    public static LockTimeoutException timeout(List<LockKey> locks, Duration wait) {
        return new LockTimeoutException("the lock " + names(locks) + " was not had within " + wait);
    }

    /** The names of locks as messages have them. */
    static String names(List<LockKey> locks) {
        return locks.stream().map(LockKey::toString).collect(Collectors.joining(", "));
    }

    private static final class Place {
        final Semaphore semaphore;
        int users;

        Place(int through) {
            this.semaphore = new Semaphore(through, true);
        }
    }

    private Place join(LockKey lock) {
        return places.compute(lock, (key, known) -> {
            Place place = known == null ? new Place(through) : known;
            place.users++;
            return place;
        });
    }

    private void part(LockKey lock) {
        places.computeIfPresent(lock, (key, place) -> --place.users == 0 ? null : place);
    }

    /** Leave to go on, until it is given back. May be given back on any thread, and more than once. */
    public final class Pass {

        private final long deadline;
        private final Deque<LockKey> locks = new ArrayDeque<>();
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
                locks.forEach(lock -> {
                    @Nullable Place place = places.get(lock);
                    if (place != null) {
                        place.semaphore.release();
                    }
                    part(lock);
                });
            }
        }

        private boolean add(LockKey lock) {
            Place place = join(lock);
            boolean entered = false;
            try {
                entered = place.semaphore.tryAcquire(remaining().toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (entered) {
                locks.push(lock);
            } else {
                part(lock);
            }
            return entered;
        }
    }
}
