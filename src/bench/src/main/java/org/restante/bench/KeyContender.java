package org.restante.bench;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** A way of counting under a lock, how often it has counted, and how long it had to wait for the lock. */
final class KeyContender {

    private final Store entries;
    private final LockedCount way;
    private final LongAdder counted = new LongAdder();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final Waits waits = new Waits();

    /**
     * A contender.
     *
     * @param entries where the entries are that it counts up
     */
    KeyContender(Store entries, LockedCount way) {
        this.entries = entries;
        this.way = way;
    }

    Store entries() {
        return entries;
    }

    Waits waits() {
        return waits;
    }

    void count(String key) {
        long start = System.nanoTime();
        way.count(key, () -> longest.accumulate(System.nanoTime() - start));
        counted.increment();
    }

    /** How often it has counted since it was asked. */
    long takeCounted() {
        return counted.sumThenReset();
    }

    /** How often it has counted, here and elsewhere. */
    long counted() {
        return counted.sum();
    }

    /** In another process it has counted so often. */
    void countedElsewhere(long times) {
        counted.add(times);
    }

    /** The longest wait since it was asked, in nanoseconds. */
    long takeLongest() {
        return longest.getThenReset();
    }
}
