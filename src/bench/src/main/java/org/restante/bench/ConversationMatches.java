package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Conversations taken and set free by the threads of one process. */
final class ConversationMatches implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int COMPILING = 30;

    private final HikariDataSource pool;
    private final ConversationArena arena;

    ConversationMatches(BenchServer server) throws SQLException {
        this.pool = server.database("conversations", THREADS);
        this.arena = new ConversationArena(pool);
    }

    void run(int rounds, TimeValue round, Consumer<String> out) throws RunnerException {
        ConversationBenchmark.ARENA.set(arena);
        out.accept("");
        out.accept("| threads | contender | lock and release/s | restante : it | taken | two at once |");
        out.accept("| ---: | --- | ---: | ---: | ---: | ---: |");
        match(THREADS).run(COMPILING, round);
        for (int threads : new int[] {1, THREADS}) {
            Scores scores = match(threads).run(rounds, round);
            for (String name : ConversationArena.CONTENDERS) {
                out.accept(String.format(
                        Locale.ROOT,
                        "| %d | %s | %.0f | %.2f | %d | %d |",
                        threads,
                        name,
                        scores.perSecond(name),
                        scores.ratio("restante", name),
                        arena.taken(name),
                        arena.doubles()));
            }
        }
    }

    private static Match match(int threads) {
        return new Match(
                "ConversationBenchmark.lockAndRelease", "way", ConversationArena.CONTENDERS, Map.of(), threads);
    }

    @Override
    public void close() {
        arena.close();
        pool.close();
    }
}
