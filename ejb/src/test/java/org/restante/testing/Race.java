package org.restante.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Threads that begin at the same moment. A racer that throws, or is not done in time, fails the test. */
public final class Race {

    private static final long LIMIT_SECONDS = 60;
    private static final long MEETING_SECONDS = 20;

    private Race() {}

    /**
     * Runs the work on as many threads as there are racers.
     *
     * @param work is given the racer's number, from 0
     * @return what each racer came back with, by its number
     */
    public static <T> List<T> of(ThreadFactory threads, int racers, IntFunction<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(racers, threads);
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<T>> tasks = IntStream.range(0, racers)
                .<Callable<T>>mapToObj(racer -> () -> run(start, racer, work))
                .toList();
        try {
            return results(pool.invokeAll(tasks, LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Two writers write fifty times each while two readers look all the time. A writer that is half done waits until
     * both readers have looked, so that they never come too late to see anything.
     *
     * @param write is given the writer's number, 0 or 1
     * @param look is called until the writers are done
     */
    public static void ofWritersAndReaders(ThreadFactory threads, IntConsumer write, Runnable look) {
        AtomicInteger writing = new AtomicInteger(2);
        CyclicBarrier halfWay = new CyclicBarrier(4);
        of(threads, 4, racer -> {
            if (racer < 2) {
                try {
                    IntStream.range(0, 25).forEach(round -> write.accept(racer));
                    meet(halfWay);
                    IntStream.range(0, 25).forEach(round -> write.accept(racer));
                } finally {
                    writing.decrementAndGet();
                }
            } else {
                look.run();
                meet(halfWay);
                while (writing.get() > 0) {
                    look.run();
                }
            }
            return racer;
        });
    }

    /** Waits until all have come to the barrier. Fails the test if one does not come. */
    public static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(MEETING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("they did not run side by side", e);
        }
    }

    private static <T> T run(CyclicBarrier start, int racer, IntFunction<T> work)
            throws InterruptedException, BrokenBarrierException, TimeoutException {
        start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        return work.apply(racer);
    }

    private static <T> List<T> results(List<Future<T>> racers) throws InterruptedException {
        List<T> results = new ArrayList<>();
        AssertionError failures = new AssertionError("racers failed");
        for (Future<T> racer : racers) {
            try {
                results.add(racer.get());
            } catch (ExecutionException e) {
                failures.addSuppressed(e.getCause());
            } catch (CancellationException e) {
                failures.addSuppressed(new AssertionError("not done within " + LIMIT_SECONDS + " s", e));
            }
        }
        if (failures.getSuppressed().length > 0) {
            failures.initCause(failures.getSuppressed()[0]);
            throw failures;
        }
        return results;
    }
}
