package org.restante.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** What became of the messages of a round. */
final class Tally {

    private final String keys;
    private final AtomicIntegerArray handled;
    private final LongAdder exceptions = new LongAdder();

    /** @param keys what the keys begin with, of no other round */
    Tally(String keys, int messages) {
        this.keys = keys;
        this.handled = new AtomicIntegerArray(messages);
    }

    /** Delivers a message. What fails is counted: a broker would deliver it again. */
    void deliver(ClaimWay way, int message) {
        try {
            way.handle(key(message), () -> handled.incrementAndGet(message));
        } catch (RuntimeException e) {
            exceptions.increment();
        }
    }

    String key(int message) {
        return "%s-%05d".formatted(keys, message);
    }

    /** How often messages were handled. */
    long executions() {
        return IntStream.range(0, handled.length()).mapToLong(handled::get).sum();
    }

    /** How often that was once too often. */
    long doubles() {
        return IntStream.range(0, handled.length())
                .mapToLong(message -> Math.max(0, handled.get(message) - 1))
                .sum();
    }

    /** How many messages were never handled. */
    long lost() {
        return IntStream.range(0, handled.length())
                .filter(message -> handled.get(message) == 0)
                .count();
    }

    long exceptions() {
        return exceptions.sum();
    }
}
