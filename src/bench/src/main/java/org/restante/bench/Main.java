package org.restante.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all matches and prints their tables in Markdown. */
public final class Main {

    private static final List<String> CONTENDERS = List.of("restante", "jdbc", "merge", "stateless");
    private static final List<String> ENTRIES = List.of("put", "get", "putAll");
    private static final List<String> LISTING = List.of("profiles", "getAmongMany", "keys");
    private static final List<String> KEYS = List.of("transaction", "twoProcesses");
    private static final List<String> SENT = List.of("sent", "sentBounds", "sentInProcess", "sentHeap");
    private static final List<String> CLAIMS = List.of("claims", "sweep");
    private static final List<String> CONVERSATIONS = List.of("locks", "handoff", "windows");
    private static final List<String> CROWDS = List.of("10000", "1000000");

    private static final TimeValue ROUND = TimeValue.milliseconds(200);

    private final BenchServer server;
    private final int rounds;
    private final PrintStream out;

    private Main(BenchServer server, int rounds, PrintStream out) {
        this.server = server;
        this.rounds = rounds;
        this.out = out;
    }

    /** Takes the number of rounds, 31 by default, and a regular expression for the operations, by default all. */
    public static void main(String[] args) throws IOException, SQLException, RunnerException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 31;
        Pattern wanted = Pattern.compile(args.length > 1 ? args[1] : ".*");
        try (BenchServer server = new BenchServer()) {
            Main main = new Main(server, rounds, System.out);
            main.describe();
            main.entries(wanted(ENTRIES, wanted));
            main.keys(wanted(KEYS, wanted));
            main.listing(wanted(LISTING, wanted));
            main.sent(wanted(SENT, wanted));
            main.claims(wanted(CLAIMS, wanted));
            main.conversations(wanted(CONVERSATIONS, wanted));
        }
    }

    private static List<String> wanted(List<String> operations, Pattern wanted) {
        return operations.stream()
                .filter(name -> wanted.matcher(name).matches())
                .toList();
    }

    private void describe() throws SQLException {
        print(
                "%s, %d processors, Java %s, PostgreSQL %s (durable), %d rounds of 0.2 s, of 1 s for two processes",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                server.version(),
                rounds);
    }

    private void entries(List<String> operations) throws SQLException, RunnerException {
        if (operations.isEmpty()) {
            return;
        }
        print("");
        print("| operation | bytes | threads | restante/s | jdbc/s | merge/s | stateless/s | restante : jdbc |");
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        try (Arena arena = new Arena(server)) {
            EntryBenchmark.ARENA.set(arena);
            for (int size : List.of(200, 4096)) {
                for (String operation : operations) {
                    for (int threads : List.of(1, 8)) {
                        arena.prepare(size);
                        Match match =
                                new Match("EntryBenchmark." + operation, "store", CONTENDERS, size(size), threads);
                        row(match, match.run(rounds, ROUND));
                        arena.verify();
                    }
                }
            }
        }
        print("");
        print("Afterwards every row was there, and versions had risen by exactly the number of puts acknowledged.");
    }

    private void keys(List<String> operations) throws IOException, SQLException, RunnerException {
        if (operations.isEmpty()) {
            return;
        }
        try (KeyMatches matches = new KeyMatches(server, rounds, line -> print("%s", line))) {
            if (operations.contains("transaction")) {
                matches.oneProcess(ROUND);
            }
            if (operations.contains("twoProcesses")) {
                matches.twoProcesses();
            }
        }
    }

    private void listing(List<String> operations) throws SQLException, RunnerException {
        if (operations.isEmpty()) {
            return;
        }
        print("");
        print("| operation | entries | calls/s | bytes allocated per call | time : time at 10 000 |");
        print("| --- | ---: | ---: | ---: | ---: |");
        try (Crowd small = new Crowd(server, 10_000);
                Crowd large = new Crowd(server, 1_000_000)) {
            ListingBenchmark.CROWDS.putAll(Map.of(10_000, small, 1_000_000, large));
            for (String operation : operations) {
                Match match = new Match("ListingBenchmark." + operation, "entries", CROWDS, Map.of(), 1);
                Scores scores = match.run(rounds, ROUND);
                for (String entries : CROWDS) {
                    print(
                            "| %s | %s | %.0f | %.0f | %.2f |",
                            operation,
                            entries,
                            scores.perSecond(entries),
                            scores.allocated(entries),
                            1 / scores.ratio(entries, CROWDS.get(0)));
                }
            }
        }
    }

    private void sent(List<String> operations) throws RunnerException {
        SentMatches matches = new SentMatches(rounds, ROUND, line -> print("%s", line));
        for (String operation : operations) {
            switch (operation) {
                case "sent" -> matches.inTheCluster();
                case "sentBounds" -> matches.bounds();
                case "sentInProcess" -> matches.inTheProcess();
                default -> matches.heap();
            }
        }
    }

    private void claims(List<String> operations) throws SQLException {
        if (operations.contains("claims")) {
            try (ClaimMatches matches = new ClaimMatches(server, rounds, line -> print("%s", line))) {
                matches.run();
            }
        }
        if (operations.contains("sweep")) {
            try (SweepMatch match = new SweepMatch(server)) {
                match.run(line -> print("%s", line));
            }
        }
    }

    private void conversations(List<String> operations) throws SQLException, RunnerException, InterruptedException {
        if (operations.contains("locks")) {
            try (ConversationMatches matches = new ConversationMatches(server)) {
                matches.run(rounds, ROUND, line -> print("%s", line));
            }
        }
        if (operations.contains("handoff")) {
            try (HandoffMatch match = new HandoffMatch(server)) {
                match.run(line -> print("%s", line));
            }
        }
        if (operations.contains("windows")) {
            try (WindowMatch match = new WindowMatch(server)) {
                match.run(rounds, line -> print("%s", line));
            }
        }
    }

    private void row(Match match, Scores scores) {
        print(
                "| %s | %s | %d | %.0f | %.0f | %.0f | %.0f | %.2f |",
                match.benchmark().substring("EntryBenchmark.".length()),
                String.join("", match.fixed().values()),
                match.threads(),
                scores.perSecond("restante"),
                scores.perSecond("jdbc"),
                scores.perSecond("merge"),
                scores.perSecond("stateless"),
                scores.ratio("restante", "jdbc"));
    }

    private static Map<String, String> size(int bytes) {
        return Map.of("size", String.valueOf(bytes));
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
