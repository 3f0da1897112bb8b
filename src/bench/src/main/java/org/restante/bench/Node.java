package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java process of its own, as another node is one. For each line that it reads, {@code contender threads keys
 * milliseconds}, it counts any of the first keys up for that time and answers {@code transactions/s transactions longest-wait}.
 */
final class Node {

    private final KeyArena arena;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Node(KeyArena arena) {
        this.arena = arena;
    }

    /** Takes the database. */
    public static void main(String[] arguments) throws IOException {
        try (HikariDataSource pool = BenchServer.pool(arguments[0]);
                KeyArena arena = new KeyArena(pool)) {
            Node node = new Node(arena);
            try (BufferedReader commands =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                commands.lines().map(node::answer).forEach(System.out::println);
            } finally {
                node.threads.shutdownNow();
            }
        }
    }

    private String answer(String command) {
        String[] words = command.split(" ", -1);
        KeyContender contender = arena.contender(words[0]);
        int keys = Integer.parseInt(words[2]);
        long start = System.nanoTime();
        long nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[3]));
        Callable<Boolean> counting = () -> {
            while (System.nanoTime() - start < nanos) {
                contender.count(KeyArena.key(ThreadLocalRandom.current().nextInt(keys)));
            }
            return true;
        };
        all(Stream.generate(() -> counting).limit(Long.parseLong(words[1])).toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        long counted = contender.takeCounted();
        return String.format(Locale.ROOT, "%.3f %d %d", counted / seconds, counted, contender.takeLongest());
    }

    private void all(List<Callable<Boolean>> work) {
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
