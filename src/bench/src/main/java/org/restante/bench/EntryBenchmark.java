package org.restante.bench;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One entry put, one got, and a hundred put at once, by one contender. Every answer is checked. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class EntryBenchmark {

    static final int BATCH = 100;

    /** Set by whoever starts a run in this process. */
    static final AtomicReference<@Nullable Arena> ARENA = new AtomicReference<>();

    @Param({"restante", "jdbc", "merge", "stateless"})
    public String store;

    @Param({"200", "4096"})
    public int size;

    private Contender contender;
    private String[] keys;
    private byte[] value;

    /** Chooses the contender. */
    @Setup
    public void choose() {
        Arena arena = ARENA.get();
        if (arena == null) {
            throw new IllegalStateException("to be run by " + Main.class);
        }
        contender = arena.contender(store);
        keys = IntStream.range(0, Arena.KEYS).mapToObj(Arena::key).toArray(String[]::new);
        value = Arena.bytes(new Random(), size);
    }

    /** One put of a key that is there. */
    @Benchmark
    public void put() {
        contender.put(keys[ThreadLocalRandom.current().nextInt(keys.length)], value);
    }

    /** One get of a key that is there. */
    @Benchmark
    public void get() {
        contender.get(keys[ThreadLocalRandom.current().nextInt(keys.length)], size);
    }

    /** A hundred neighbours put in one transaction. */
    @Benchmark
    public void putAll() {
        int first = ThreadLocalRandom.current().nextInt(keys.length - BATCH);
        SortedMap<String, byte[]> values = new TreeMap<>();
        for (int number = first; number < first + BATCH; number++) {
            values.put(keys[number], value);
        }
        contender.putAll(values);
    }
}
