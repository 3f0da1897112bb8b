package org.restante.bench;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One of so many entries counted up under its lock, by one contender, by the threads of one process. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class KeyBenchmark {

    /** Set by whoever starts a run in this process. */
    static final AtomicReference<@Nullable KeyArena> ARENA = new AtomicReference<>();

    @Param({"restante", "jdbc", "spring", "spring-1ms", "shedlock-1ms"})
    public String way;

    @Param({"1", "1000"})
    public int keys;

    private KeyContender contender;
    private String[] names;

    /** Chooses the contender. */
    @Setup
    public void choose() {
        KeyArena arena = ARENA.get();
        if (arena == null) {
            throw new IllegalStateException("to be run by " + Main.class);
        }
        contender = arena.contender(way);
        names = IntStream.range(0, keys).mapToObj(KeyArena::key).toArray(String[]::new);
    }

    /** Notes the longest wait of the round. */
    @TearDown
    public void note() {
        contender.waits().add(contender.takeLongest());
    }

    /** One transaction. */
    @Benchmark
    public void transaction() {
        contender.count(names[ThreadLocalRandom.current().nextInt(names.length)]);
    }
}
