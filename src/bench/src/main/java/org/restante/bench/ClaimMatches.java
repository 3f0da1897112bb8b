package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.restante.bench.Delivery.Kind;

/** Messages handled once, by threads of this process; each contender in turn handles the same messages in its own tables. */
final class ClaimMatches implements AutoCloseable {

    private static final int MOST_THREADS = 32;
    private static final int COMPILING = 12;
    private static final int WARM_UP = 2;
    private static final int KILLED = 50;

    private static final List<Delivery> LINES = List.of(
            new Delivery(Kind.UNIQUE, 1, 300),
            new Delivery(Kind.UNIQUE, 8, 1000),
            new Delivery(Kind.UNIQUE, MOST_THREADS, 1500),
            new Delivery(Kind.TWICE, 1, 200),
            new Delivery(Kind.TWICE, 8, 800),
            new Delivery(Kind.TWICE, MOST_THREADS, 1200),
            new Delivery(Kind.RACE, MOST_THREADS, 50));

    private final HikariDataSource pool;
    private final ClaimArena arena;
    private final int rounds;
    private final Consumer<String> out;
    private final ExecutorService executor = Executors.newFixedThreadPool(MOST_THREADS);
    private int number;

    ClaimMatches(BenchServer server, int rounds, Consumer<String> out) throws SQLException {
        this.pool = server.database("claims", MOST_THREADS);
        this.arena = new ClaimArena(pool);
        this.rounds = rounds;
        this.out = out;
    }

    /** All lines of both tables, and what is lost when handlers are killed. */
    void run() throws SQLException {
        compile();
        Map<String, Long> lostOfKilled = kill();
        table(ClaimArena.CLAIMS, ClaimArena.HAND, lostOfKilled);
        table(ClaimArena.EFFECTS, ClaimArena.HAND_WITH_EFFECT, lostOfKilled);
        arena.verify();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        arena.close();
        pool.close();
    }

    private void compile() {
        for (int round = 0; round < COMPILING; round++) {
            for (List<String> names : List.of(ClaimArena.CLAIMS, ClaimArena.EFFECTS)) {
                round(new Delivery(Kind.TWICE, 8, 600), names);
                round(new Delivery(Kind.RACE, 8, 20), names);
            }
        }
    }

    /** Kills handlers, waits until leases have run out, and delivers once more; how many are not handled then, by contender. */
    private Map<String, Long> kill() {
        List<String> names = new ArrayList<>(ClaimArena.CLAIMS);
        names.addAll(ClaimArena.EFFECTS);
        names.forEach(name -> arena.contender(name).kill("killed", KILLED));
        LockSupport.parkNanos(ClaimArena.LEASE.plusSeconds(1).toNanos());
        Map<String, Long> lost = new LinkedHashMap<>();
        names.forEach(name -> lost.put(name, arena.contender(name).lostOf("killed", KILLED)));
        return lost;
    }

    private void table(List<String> names, String reference, Map<String, Long> lostOfKilled) throws SQLException {
        out.accept("");
        out.accept("| keys | threads | contender | deliveries/s | it : " + reference
                + " | handled twice | never handled | exceptions | lost of " + KILLED + " killed |");
        out.accept("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Delivery delivery : LINES) {
            arena.tidy();
            Scores scores = new Scores();
            for (int round = -WARM_UP; round < rounds; round++) {
                Map<String, Scores.Score> measured = round(delivery, names);
                if (round >= 0) {
                    scores.add(measured);
                }
            }
            names.forEach(name -> row(delivery, name, scores, scores.ratio(name, reference), lostOfKilled));
        }
    }

    private Map<String, Scores.Score> round(Delivery delivery, List<String> names) {
        number++;
        List<String> order = new ArrayList<>(names);
        Collections.rotate(order, number);
        Map<String, Scores.Score> measured = new LinkedHashMap<>();
        for (String name : order) {
            double perSecond = arena.contender(name).run(delivery, "round-%06d".formatted(number), executor);
            measured.put(name, new Scores.Score(perSecond, Double.NaN));
        }
        return measured;
    }

    private void row(Delivery delivery, String name, Scores scores, double ratio, Map<String, Long> lostOfKilled) {
        ClaimContender contender = arena.contender(name);
        out.accept(String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.0f | %.2f | %d | %d | %d | %d |",
                delivery.kind().name().toLowerCase(Locale.ROOT),
                delivery.threads(),
                name,
                scores.perSecond(name),
                ratio,
                contender.doubles(),
                contender.lost(),
                contender.exceptions(),
                lostOfKilled.get(name)));
    }
}
