package org.restante.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Sent messages: in a cluster beside the plain cache, in the process beside Caffeine, and what they take of the heap. */
final class SentMatches {

    private static final List<String> WAYS = List.of("restante", "raw");
    private static final int COMPILING = 20;
    private static final int HEAP_PROFILES = 200;
    private static final int KILOBYTE = 1024;

    private final int rounds;
    private final TimeValue round;
    private final Consumer<String> out;

    SentMatches(int rounds, TimeValue round, Consumer<String> out) {
        this.rounds = rounds;
        this.round = round;
        this.out = out;
    }

    /** Gets and puts of one member and of two. */
    void inTheCluster() throws RunnerException {
        compile();
        out.accept("");
        out.accept("| members | operation | bytes | threads | restante/s | raw cache/s | restante : raw |");
        out.accept("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        for (int members : List.of(1, 2)) {
            try (SentArena arena = new SentArena(members)) {
                SentBenchmark.ARENA.set(arena);
                for (int size : List.of(KILOBYTE, 4 * KILOBYTE)) {
                    for (String operation : List.of("get", "put")) {
                        for (int threads : List.of(1, 8)) {
                            row(arena, members, operation, size, threads);
                        }
                    }
                }
            }
        }
    }

    /** Until Java has compiled it, a put has a third of its throughput. */
    private void compile() throws RunnerException {
        try (SentArena arena = new SentArena(1)) {
            SentBenchmark.ARENA.set(arena);
            for (String operation : List.of("put", "get")) {
                WAYS.forEach(way -> arena.fill(way, SentArena.PROFILES, SentArena.BOUND, KILOBYTE));
                match(operation, WAYS, SentArena.PROFILES, KILOBYTE, 8).run(COMPILING, round);
            }
        }
    }

    private void row(SentArena arena, int members, String operation, int size, int threads) throws RunnerException {
        WAYS.forEach(way -> arena.fill(way, SentArena.PROFILES, SentArena.BOUND, size));
        Scores scores =
                match(operation, WAYS, SentArena.PROFILES, size, threads).run(rounds, round);
        arena.verify("restante", SentArena.PROFILES, SentArena.BOUND);
        print(
                "| %d | %s | %d | %d | %.0f | %.0f | %.2f |",
                members,
                operation,
                size,
                threads,
                scores.perSecond("restante"),
                scores.perSecond("raw"),
                scores.ratio("restante", "raw"));
    }

    /** Puts to a profile with a small bound and to one with a large one. */
    void bounds() throws RunnerException {
        try (SentArena arena = new SentArena(1)) {
            SentBenchmark.ARENA.set(arena);
            String small = "bound-" + SentArena.BOUND;
            String large = "bound-" + SentArena.LARGE_BOUND;
            double smallPerSecond = alone(arena, small, SentArena.BOUND);
            double largePerSecond = alone(arena, large, SentArena.LARGE_BOUND);
            out.accept("");
            out.accept("| bound of the profile | puts/s | time : time at " + SentArena.BOUND + " |");
            out.accept("| ---: | ---: | ---: |");
            print("| %d | %.0f | 1.00 |", SentArena.BOUND, smallPerSecond);
            print("| %d | %.0f | %.2f |", SentArena.LARGE_BOUND, largePerSecond, smallPerSecond / largePerSecond);
        }
    }

    private double alone(SentArena arena, String name, int bound) throws RunnerException {
        arena.fill(name, 1, bound, KILOBYTE);
        double perSecond =
                match("put", List.of(name), 1, KILOBYTE, 1).run(rounds, round).perSecond(name);
        arena.verify(name, 1, bound);
        return perSecond;
    }

    /** Gets in the process. */
    void inTheProcess() throws RunnerException {
        List<String> ways = List.of("memory adapter", "caffeine", "memory");
        try (SentArena arena = new SentArena(1)) {
            SentBenchmark.ARENA.set(arena);
            for (String way : ways) {
                arena.fill(way, SentArena.PROFILES, SentArena.BOUND, KILOBYTE);
            }
            Scores scores = match("get", ways, SentArena.PROFILES, KILOBYTE, 1).run(rounds, round);
            out.accept("");
            out.accept("| in the process | gets/s by one thread |");
            out.accept("| --- | ---: |");
            ways.forEach(way -> print("| %s | %.0f |", way, scores.perSecond(way)));
        }
    }

    /** What a message of a kilobyte takes of the heap. */
    void heap() {
        out.accept("");
        out.accept("| | bytes of heap for a message of " + KILOBYTE + " |");
        out.accept("| --- | ---: |");
        for (String way : WAYS) {
            print("| %s | %.0f |", way, heapOf(way));
        }
    }

    private static double heapOf(String way) {
        try (SentArena arena = new SentArena(1, HEAP_PROFILES)) {
            arena.fill(way, HEAP_PROFILES, 1, KILOBYTE);
            long before = used();
            arena.fill(way, HEAP_PROFILES, SentArena.BOUND, KILOBYTE);
            return (used() - before) / (double) (HEAP_PROFILES * (SentArena.BOUND - 1));
        }
    }

    /** After what nobody holds is gone. */
    private static long used() {
        IntStream.range(0, 5).forEach(time -> System.gc());
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Match match(String operation, List<String> ways, int profiles, int size, int threads) {
        Map<String, String> fixed = Map.of("profiles", String.valueOf(profiles), "size", String.valueOf(size));
        return new Match("SentBenchmark." + operation, "way", ways, fixed, threads);
    }

    private void print(String format, Object... arguments) {
        out.accept(String.format(Locale.ROOT, format, arguments));
    }
}
