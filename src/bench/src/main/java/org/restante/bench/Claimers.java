package org.restante.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.DedupCache;

/** Threads that claim new keys, one after the other, until they are stopped. */
final class Claimers {

    private final DedupCache cache;
    private final String keys;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final List<CompletableFuture<long[]>> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** @param keys what the keys begin with, of nobody else */
    Claimers(DedupCache cache, String keys) {
        this.cache = cache;
        this.keys = keys;
    }

    /** How long claims took, in nanoseconds, in order; and how many failed. */
    record Claims(long[] nanos, int failed) {

        /** What 99 of 100 are not above, in milliseconds. */
        double percentile99() {
            return nanos[(int) (nanos.length * 0.99)] / 1e6;
        }

        double longest() {
            return nanos[nanos.length - 1] / 1e6;
        }
    }

    void start(Executor executor, int number) {
        for (int thread = 0; thread < number; thread++) {
            threads.add(CompletableFuture.supplyAsync(this::claim, executor));
        }
    }

    Claims stop() {
        stopped = true;
        long[] nanos = threads.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return new Claims(nanos, failed.get());
    }

    private long[] claim() {
        LongStream.Builder nanos = LongStream.builder();
        while (!stopped) {
            String key = keys + next.getAndIncrement();
            long begun = System.nanoTime();
            if (!isClaimed(key)) {
                failed.incrementAndGet();
            }
            nanos.add(System.nanoTime() - begun);
        }
        return nanos.build().toArray();
    }

    private boolean isClaimed(String key) {
        try {
            return cache.claim(key) instanceof Claimed;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
