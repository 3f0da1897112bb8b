package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.Restante;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** Among a hundred thousand entries every operation goes by the primary key, whatever statement it sends. */
class PostgresPlanTest {

    private static final StatementPlans PLANS = new StatementPlans("explain ");

    private static final List<EntryKey> SEVERAL = List.of(
            Namespaces.SESSION.key(new ProfileId("p7"), "key-7"),
            Namespaces.CREDS.key(new ProfileId("p7"), "self"),
            Namespaces.SESSION.key(new ProfileId("p9"), "key-9"));

    private static HikariDataSource pool;
    private static PlainDatabase database;
    private static Restante restante;

    @BeforeAll
    static void manyEntries() throws SQLException {
        pool = TestDatabase.POSTGRESQL.open(PLANS::around);
        database = PlainDatabase.open(pool, JpaFixture.SETTINGS);
        restante = PlainRestante.over(database.storageAdapter());
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into restante_entry select 'p' || n % 1000, 'session', 'key-' || n,"
                    + " '', '', 1, 1 from generate_series(1, 100000) n");
            statement.execute("vacuum analyze restante_entry");
        }
    }

    @AfterAll
    static void close() {
        database.close();
        pool.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                of("get", r -> r.profile("p7").storage().lookup(Namespaces.SESSION, "key-7")),
                of("getAll", r -> r.profile("p7").storage().getAll(Namespaces.SESSION, List.of("key-7", "key-1007"))),
                of("getAll of many", r -> r.profile("p7").storage().getAll(Namespaces.SESSION, keys(1000))),
                of("read of several namespaces", r -> database.storageAdapter().read(SEVERAL)),
                of("put", r -> r.profile("p7").storage().put(Namespaces.SESSION, "key-7", new byte[1])),
                of(
                        "conditional put",
                        r -> r.profile("p7")
                                .storage()
                                .put(Namespaces.SESSION, "key-1007", new byte[1], Expected.version(1))),
                of(
                        "putAll",
                        r -> r.profile("p7")
                                .storage()
                                .putAll(Namespaces.SESSION, Map.of("key-7", new byte[1], "key-1007", new byte[1]))),
                of("delete", r -> r.profile("p7").storage().delete(Namespaces.SESSION, "key-2007")),
                of("clear", r -> r.profile("p8").storage().clear()),
                of("keys", r -> r.profile("p7").storage().keys(Namespaces.SESSION, PageRequest.first(10))),
                of("profiles", r -> r.profiles().list()),
                of("describe", r -> r.profiles().describe()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readsNoTableFromEndToEnd(Consumer<Restante> operation) throws SQLException {
        PLANS.forget();
        operation.accept(restante);
        assertThat(PLANS.explain(pool))
                .isNotEmpty()
                .allSatisfy(plan ->
                        assertThat(plan).contains("restante_entry_pk").doesNotContain("Seq Scan on restante_entry"));
    }

    /** The driver has its statements prepared, and the server may then plan them once, not knowing how long the arrays are. */
    @ParameterizedTest
    @MethodSource("operations")
    void readsNoTableFromEndToEndWithAPlanForAnyParameters(Consumer<Restante> operation) throws SQLException {
        PLANS.forget();
        operation.accept(restante);
        for (String sent : PLANS.statements()) {
            assertThat(planForAnyParameters(sent))
                    .contains("restante_entry_pk")
                    .doesNotContain("Seq Scan on restante_entry");
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void listsFromTheIndexAloneAndSortsNothing(Consumer<Restante> operation) throws SQLException {
        PLANS.forget();
        operation.accept(restante);
        assertThat(PLANS.explain(pool))
                .hasSize(1)
                .allSatisfy(plan -> assertThat(plan).contains("Index Only Scan").doesNotContain("Sort"));
    }

    static Stream<Arguments> listings() {
        return Stream.of(
                of("keys", r -> r.profile("p7").storage().keys(Namespaces.SESSION, PageRequest.first(10))),
                of("profiles", r -> r.profiles().list()));
    }

    private static String planForAnyParameters(String sent) throws SQLException {
        int parameters = (int) sent.chars().filter(c -> c == '?').count();
        String numbered = sent;
        for (int number = 1; number <= parameters; number++) {
            numbered = numbered.replaceFirst("\\?", "\\$" + number);
        }
        String values = parameters == 0 ? "" : "(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")";
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute("prepare any_parameters as " + numbered);
            String plan = lines(statement.executeQuery("explain execute any_parameters" + values));
            statement.execute("deallocate any_parameters");
            connection.rollback();
            return plan;
        }
    }

    private static String lines(ResultSet result) throws SQLException {
        StringBuilder lines = new StringBuilder();
        while (result.next()) {
            lines.append(result.getString(1)).append('\n');
        }
        return lines.toString();
    }

    private static List<String> keys(int number) {
        return IntStream.range(0, number).mapToObj(i -> "key-" + (i * 1000 + 7)).toList();
    }

    private static Arguments of(String name, Consumer<Restante> operation) {
        return argumentSet(name, operation);
    }
}
