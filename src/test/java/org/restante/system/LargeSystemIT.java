package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long pages and figures take with 1 000 profiles and 1 000 000 entries. Only on request, with {@code -Drestante.large=true}:
 * what it measures is worth something on a quiet machine alone.
 */
@EnabledIfSystemProperty(named = "restante.large", matches = "true", disabledReason = "measures, on request")
class LargeSystemIT {

    private static final int PROFILES = 1000;
    private static final int ENTRIES = 1000;
    private static final int ROUNDS = 31;
    private static final Duration PAGE = Duration.ofMillis(300);
    private static final Duration SCRAPE = Duration.ofMillis(50);

    private static final List<String> PAGES = List.of(
            "",
            "profiles",
            "profiles?prefix=large-9",
            "profile?id=large-500",
            "profile?id=large-500&ns=session",
            "profile?id=large-500&ns=session&prefix=k7",
            "claims",
            "conversations",
            "tokens",
            "changes");

    @BeforeAll
    static void fill() {
        Nodes.bothRunning();
        Client operator = Client.operator();
        operator.put(
                "/profiles/large-seed/entries/session/k", "{\"chain\":[1,2,3]}", "Content-Type", "application/json");
        operator.put(
                "/profiles/large-seed/entries/creds/self",
                "{\"me\":{\"id\":\"1:2@s.example\",\"name\":\"Large\"}}",
                "Content-Type",
                "application/json");
        Database.run(
                Database.NODES,
                "insert into restante_entry select 'large-' || p, 'creds', 'self', header, payload, version, updated_at"
                        + " from restante_entry, generate_series(1, " + PROFILES + ") p"
                        + " where profile = 'large-seed' and namespace = 'creds'");
        Database.run(
                Database.NODES,
                "insert into restante_entry select 'large-' || p, case k % 3 when 0 then 'session' when 1 then 'pre-key'"
                        + " else 'sender-key' end, 'k' || k, header, payload, version, updated_at from restante_entry,"
                        + " generate_series(1, " + PROFILES + ") p, generate_series(1, " + (ENTRIES - 1) + ") k"
                        + " where profile = 'large-seed' and namespace = 'session'");
        Database.run(Database.NODES, "analyze restante_entry");
    }

    @AfterAll
    static void empty() {
        Database.run(Database.NODES, "delete from restante_entry where profile like 'large-%'");
    }

    @Test
    @SuppressWarnings("SystemOut") // for docs/benchmarks.md
    void pagesAndFiguresComeAtOnce() {
        assertThat(Database.ask(Database.NODES, "select count(*) from restante_entry where profile like 'large-%'"))
                .isGreaterThanOrEqualTo(String.valueOf(PROFILES * ENTRIES));
        Map<String, Duration> medians = new LinkedHashMap<>();
        PAGES.forEach(page -> medians.put(page, median("/restante/" + page)));
        Duration scrape = median("/restante/metrics");

        medians.forEach((page, median) -> System.out.println("| `/" + page + "` | " + median.toMillis() + " |"));
        System.out.println("| `/metrics` | " + scrape.toMillis() + " |");
        assertThat(medians)
                .allSatisfy((page, median) -> assertThat(median).as(page).isLessThan(PAGE));
        assertThat(scrape).isLessThan(SCRAPE);
    }

    private static Duration median(String path) {
        List<Duration> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = Nodes.get(Client.operator(), path);
            times.add(Duration.ofNanos(System.nanoTime() - begin));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }
}
