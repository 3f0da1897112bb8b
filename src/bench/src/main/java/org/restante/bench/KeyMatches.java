package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Key transactions: in this process by JMH, and on one hot key in two others that take their turns together. */
final class KeyMatches implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WARM_UP = 4;
    private static final int COMPILING = 40;
    private static final long NODE_ROUND_MILLIS = 1000;
    private static final long NODE_COMPILING_MILLIS = 8000;

    private final HikariDataSource pool;
    private final KeyArena arena;
    private final int rounds;
    private final Consumer<String> out;

    KeyMatches(BenchServer server, int rounds, Consumer<String> out) throws SQLException {
        this.pool = server.database("keys");
        this.arena = new KeyArena(pool);
        this.rounds = rounds;
        this.out = out;
        arena.createTables();
    }

    /** One key that all threads want, and as many as there are, by eight threads. */
    void oneProcess(TimeValue round) throws SQLException, RunnerException {
        KeyBenchmark.ARENA.set(arena);
        arena.prepare();
        match(KeyArena.KEYS).run(COMPILING, round);
        head();
        for (int keys : List.of(1, KeyArena.KEYS)) {
            arena.prepare();
            Match match = match(keys);
            match.run(0, round);
            clearWaits();
            rows("1 × " + THREADS, keys, match.run(rounds, round));
        }
    }

    /** One key that all threads of two processes want. */
    void twoProcesses() throws SQLException, IOException {
        String database = pool.getJdbcUrl();
        try (NodeProcess one = new NodeProcess(database);
                NodeProcess other = new NodeProcess(database)) {
            List<NodeProcess> nodes = List.of(one, other);
            arena.prepare();
            for (String name : KeyArena.CONTENDERS) {
                together(nodes, name, THREADS / 2, KeyArena.KEYS, NODE_COMPILING_MILLIS);
            }
            head();
            for (int threads : List.of(THREADS / 2, THREADS)) {
                arena.prepare();
                rows("2 × " + threads, 1, nodeRounds(nodes, threads));
            }
        }
    }

    @Override
    public void close() {
        arena.close();
        pool.close();
    }

    private static Match match(int keys) {
        Map<String, String> fixed = Map.of("keys", String.valueOf(keys));
        return new Match("KeyBenchmark.transaction", "way", KeyArena.CONTENDERS, fixed, THREADS);
    }

    private void clearWaits() {
        KeyArena.CONTENDERS.forEach(name -> arena.contender(name).waits().clear());
    }

    private Scores nodeRounds(List<NodeProcess> nodes, int threads) throws IOException {
        Scores scores = new Scores();
        List<String> order = new ArrayList<>(KeyArena.CONTENDERS);
        for (int round = -WARM_UP; round < rounds; round++) {
            if (round == 0) {
                clearWaits();
            }
            Collections.rotate(order, 1);
            Map<String, Scores.Score> measured = new LinkedHashMap<>();
            for (String name : order) {
                double perSecond = together(nodes, name, threads, 1, NODE_ROUND_MILLIS);
                measured.put(name, new Scores.Score(perSecond, Double.NaN));
            }
            if (round >= 0) {
                scores.add(measured);
            }
        }
        return scores;
    }

    /** How many transactions a second all nodes did together. */
    private double together(List<NodeProcess> nodes, String name, int threads, int keys, long milliseconds)
            throws IOException {
        for (NodeProcess node : nodes) {
            node.begin(name, threads, keys, milliseconds);
        }
        KeyContender contender = arena.contender(name);
        double perSecond = 0;
        long longest = 0;
        for (NodeProcess node : nodes) {
            NodeProcess.Answer answer = node.end();
            contender.countedElsewhere(answer.counted());
            perSecond += answer.perSecond();
            longest = Math.max(longest, answer.longest());
        }
        contender.waits().add(longest);
        return perSecond;
    }

    private void head() {
        out.accept("");
        out.accept(
                "| JVMs × threads | keys | contender | transactions/s | restante : it | longest wait of a round, ms |"
                        + " of all rounds, ms | transactions | sum of the counters |");
        out.accept("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    private void rows(String where, int keys, Scores scores) {
        for (String name : KeyArena.CONTENDERS) {
            KeyContender contender = arena.contender(name);
            out.accept(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %.0f | %.2f | %.1f | %.1f | %d | %d |",
                    where,
                    keys,
                    name,
                    scores.perSecond(name),
                    scores.ratio("restante", name),
                    contender.waits().usual(),
                    contender.waits().longest(),
                    contender.counted(),
                    arena.sum(name)));
        }
    }
}
