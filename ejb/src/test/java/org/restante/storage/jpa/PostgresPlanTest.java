package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.storage.Expected;
import org.restante.storage.PageRequest;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** Among a hundred thousand entries every operation goes by the primary key, whatever statement it sends. */
class PostgresPlanTest {

    private static final StatementPlans PLANS = new StatementPlans("explain ");

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

    private static Arguments of(String name, Consumer<Restante> operation) {
        return argumentSet(name, operation);
    }
}
