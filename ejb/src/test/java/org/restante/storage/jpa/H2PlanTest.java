package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.Restante;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** H2 looks at few rows for few entries, however many there are beside them. */
class H2PlanTest {

    private static final int ENTRIES = 20_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final StatementPlans PLANS = new StatementPlans("explain analyze ");

    private static HikariDataSource pool;
    private static PlainDatabase database;
    private static Restante restante;

    @BeforeAll
    static void manyEntries() throws SQLException {
        pool = TestDatabase.H2.open(PLANS::around);
        database = PlainDatabase.open(pool, JpaFixture.SETTINGS);
        restante = PlainRestante.over(database.storageAdapter());
        restante.profile("few").storage().put(Namespaces.CREDS, "self", Map.of());
        restante.profile("many").storage().put(Namespaces.CREDS, "self", Map.of());
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into restante_entry select 'many', 'session', 'key-' || x, x'', x'', 1, 1"
                    + " from system_range(1, " + ENTRIES + ")");
        }
    }

    @AfterAll
    static void close() {
        database.close();
        pool.close();
    }

    @BeforeEach
    void forget() {
        PLANS.forget();
    }

    @Test
    void getAllReadsNoMoreThanItsKeys() throws SQLException {
        restante.profile("many").storage().getAll(Namespaces.SESSION, List.of("key-7", "key-1007", "none"));
        assertFewScanned();
    }

    @Test
    @Scenario("S13")
    void theCredentialsOfSeveralProfilesAreReadAlone() throws SQLException {
        List<EntryKey> credentials = Stream.of("few", "many")
                .map(profile -> Namespaces.CREDS.key(new ProfileId(profile), "self"))
                .toList();
        assertThat(database.storageAdapter().read(credentials)).hasSize(2);
        assertFewScanned();
    }

    @Test
    void entriesOfSeveralNamespacesAreReadAlone() throws SQLException {
        ProfileId many = new ProfileId("many");
        database.storageAdapter()
                .read(List.of(
                        Namespaces.SESSION.key(many, "key-7"),
                        Namespaces.SESSION.key(many, "key-8"),
                        Namespaces.CREDS.key(many, "self")));
        assertFewScanned();
    }

    private static void assertFewScanned() throws SQLException {
        List<String> plans = PLANS.explain(pool);
        assertThat(plans).isNotEmpty().allSatisfy(plan -> {
            Matcher scanned = SCANNED.matcher(plan);
            assertThat(scanned.results().mapToInt(found -> Integer.parseInt(found.group(1))))
                    .as(plan)
                    .isNotEmpty()
                    .allMatch(rows -> rows < 100);
        });
    }
}
