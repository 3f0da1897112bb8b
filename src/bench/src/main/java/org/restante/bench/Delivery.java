package org.restante.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How messages come.
 *
 * @param threads by how many they are handled
 * @param messages how many come in a round
 */
record Delivery(Kind kind, int threads, int messages) {

    /** How often a message comes. */
    enum Kind {
        /** Once. */
        UNIQUE,
        /** Once more when it was handled. */
        TWICE,
        /** To all threads at the same moment. */
        RACE
    }

    /** How many deliveries a round has. */
    int deliveries() {
        return switch (kind) {
            case UNIQUE -> messages;
            case TWICE -> 2 * messages;
            case RACE -> threads * messages;
        };
    }

    /** Delivers all messages; how many deliveries there were in a second. */
    double run(ExecutorService executor, Tally tally, ClaimWay way) {
        AtomicInteger next = new AtomicInteger();
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            work.add(kind == Kind.RACE ? () -> race(barrier, tally, way) : () -> take(next, tally, way));
        }
        long begun = System.nanoTime();
        all(executor, work);
        return deliveries() / ((System.nanoTime() - begun) / 1e9);
    }

    private boolean race(CyclicBarrier barrier, Tally tally, ClaimWay way)
            throws InterruptedException, BrokenBarrierException {
        for (int message = 0; message < messages; message++) {
            barrier.await();
            tally.deliver(way, message);
        }
        return true;
    }

    private boolean take(AtomicInteger next, Tally tally, ClaimWay way) {
        for (int message = next.getAndIncrement(); message < messages; message = next.getAndIncrement()) {
            tally.deliver(way, message);
            if (kind == Kind.TWICE) {
                tally.deliver(way, message);
            }
        }
        return true;
    }

    private static void all(ExecutorService executor, List<Callable<Boolean>> work) {
        try {
            for (Future<Boolean> done : executor.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
