package org.restante.bench;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One of many conversations had for a moment, by one contender. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class ConversationBenchmark {

    /** Set by whoever starts a run in this process. */
    static final AtomicReference<@Nullable ConversationArena> ARENA = new AtomicReference<>();

    @Param({"restante", "jdbc", "spring-1ms"})
    public String way;

    private ConversationArena arena;

    /** Finds the arena. */
    @Setup
    public void choose() {
        arena = Objects.requireNonNull(ARENA.get());
    }

    /** One lock and its release. */
    @Benchmark
    public void lockAndRelease() {
        arena.take(way, ThreadLocalRandom.current().nextInt(ConversationArena.KEYS));
    }
}
