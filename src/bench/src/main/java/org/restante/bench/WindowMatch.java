package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.restante.chat.ChatState;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** New messages marked in windows that are full, in few rooms and in many, in turn. */
final class WindowMatch implements AutoCloseable {

    private static final int MARKS = 300;

    private static final String FULL = "insert into restante_chat_dedupe (profile, dedupe_key, room, place)"
            + " select '%1$s', 'r' || room || ':' || n, 'r' || room, nextval('restante_chat_order')"
            + " from generate_series(0, %2$d) n, generate_series(0, %3$d) room";

    private final HikariDataSource pool;
    private final PlainRestante restante;
    private final Random random = new Random(1);
    private int number;

    WindowMatch(BenchServer server) throws SQLException {
        this.pool = server.database("windows", 4);
        this.restante = PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
    }

    /** Rooms, each of them full. */
    private record Rooms(String profile, int rooms, int limit) {}

    void run(int rounds, Consumer<String> out) throws SQLException {
        out.accept("");
        out.accept("| window | rooms | marks/s | time : time with 10 rooms |");
        out.accept("| ---: | ---: | ---: | ---: |");
        compare(rounds, out, List.of(new Rooms("few-full", 10, 1000), new Rooms("many-full", 1000, 1000)));
        compare(rounds, out, List.of(new Rooms("few", 10, 20), new Rooms("many", 100_000, 20)));
    }

    private void compare(int rounds, Consumer<String> out, List<Rooms> all) throws SQLException {
        for (Rooms rooms : all) {
            BenchServer.execute(pool, FULL.formatted(rooms.profile, rooms.limit - 1, rooms.rooms - 1));
        }
        BenchServer.execute(pool, "vacuum analyze restante_chat_dedupe");
        Scores scores = new Scores();
        for (int round = -4; round < rounds; round++) {
            Map<String, Scores.Score> seconds = new LinkedHashMap<>();
            for (Rooms rooms : all) {
                seconds.put(rooms.profile, new Scores.Score(perSecond(rooms), Double.NaN));
            }
            if (round >= 0) {
                scores.add(seconds);
            }
        }
        for (Rooms rooms : all) {
            out.accept(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.0f | %.2f |",
                    rooms.limit,
                    rooms.rooms,
                    scores.perSecond(rooms.profile),
                    scores.ratio(all.get(0).profile, rooms.profile)));
        }
    }

    private double perSecond(Rooms rooms) {
        ChatState chat = restante.profile(rooms.profile).chat();
        long begun = System.nanoTime();
        for (int mark = 0; mark < MARKS; mark++) {
            String key = "r" + random.nextInt(rooms.rooms) + ":new-" + number++;
            if (chat.markDedupe(key, rooms.limit)) {
                throw new IllegalStateException(key + " was never marked");
            }
        }
        return MARKS * 1e9 / (System.nanoTime() - begun);
    }

    @Override
    public void close() {
        restante.close();
        pool.close();
    }
}
