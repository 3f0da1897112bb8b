package org.restante.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.time.ClusterClock;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class SchemaTest {

    private static final String TABLES =
            "select count(*) from information_schema.tables where lower(table_name) like 'restante%'";
    private static final String ENTRIES = "select count(*) from restante_entry";
    private static final String HISTORY = "\"restante_schema_history\"";
    private static final String APPLIED = "select count(*) from " + HISTORY + " where \"version\" = '1'";

    private final TestDatabase kind;
    private HikariDataSource pool;

    SchemaTest(TestDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        pool = kind.open();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anEmptyDatabaseIsMigrated() {
        assertThat(prepare(SchemaMode.MIGRATE)).isEqualTo(ready());

        assertThat(number(ENTRIES)).isZero();
        assertThat(number(APPLIED)).isEqualTo(1);
    }

    @Test
    void tokensGoOnFromThoseOfTheLocksOfAnEarlierSchema() {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(pool)
                .locations(Dialect.valueOf(kind.name()).migrations())
                .table("restante_schema_history")
                .target("3")
                .load()
                .migrate();
        Sql.run(pool, "insert into restante_lock values ('p', 'a', 7), ('p', 'b', 41), ('q', 'a', 3)");

        assertThat(prepare(SchemaMode.MIGRATE)).isEqualTo(ready());

        assertThat(number(
                        kind == TestDatabase.H2
                                ? "select next value for restante_lock_token"
                                : "select nextval('restante_lock_token')"))
                .isEqualTo(42);
        assertThat(number("select count(*) from restante_lock")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    void everyModeTakesASchemaThatIsUpToDateAsItIs(SchemaMode mode) {
        prepare(SchemaMode.MIGRATE);

        assertThat(prepare(mode)).isEqualTo(ready());

        assertThat(number(APPLIED)).isEqualTo(1);
    }

    @Test
    void validateRefusesAnEmptyDatabaseAndLeavesItEmpty() {
        assertThat(refusal(SchemaMode.VALIDATE)).contains(newest()).contains("restante.schema.mode");

        assertThat(number(TABLES)).isZero();
    }

    @Test
    void noneLeavesAnEmptyDatabaseEmpty() {
        assertThat(prepare(SchemaMode.NONE)).isEqualTo(ready());

        assertThat(number(TABLES)).isZero();
    }

    @Test
    void noneTakesTheSchemaThatThePublishedSqlMade() throws IOException {
        Sql.run(pool, publishedSql());

        assertThat(prepare(SchemaMode.NONE)).isEqualTo(ready());

        assertThat(number(ENTRIES)).isZero();
        assertThat(number(TABLES)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MIGRATE", "VALIDATE"})
    void aMigrationThatWasAnotherThanThisCodesIsRefused(SchemaMode mode) {
        prepare(SchemaMode.MIGRATE);
        Sql.run(pool, "update " + HISTORY + " set \"checksum\" = 1");

        assertThat(refusal(mode)).contains("version 1").contains("checksum");
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    @Scenario("W4")
    void aNewerSchemaIsRefusedInEveryModeWithBothVersions(SchemaMode mode) {
        prepare(SchemaMode.MIGRATE);
        history("99", "SQL", true);

        assertThat(refusal(mode)).contains("version 99").contains(newest() + ",");
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    @Scenario("W4")
    void aNewerSchemaIsRefusedAlsoWhereItsMigrationFailed(SchemaMode mode) {
        prepare(SchemaMode.MIGRATE);
        history("99", "SQL", false);

        assertThat(refusal(mode)).contains("version 99").contains(newest() + ",");
    }

    @ParameterizedTest
    @EnumSource(SchemaMode.class)
    @Scenario("W4")
    void aNewerSchemaIsRefusedAlsoWhereItsHistoryBeginsWithIt(SchemaMode mode) {
        prepare(SchemaMode.MIGRATE);
        Sql.run(pool, "delete from " + HISTORY);
        history("99", "BASELINE", true);

        assertThat(refusal(mode)).contains("version 99").contains(newest() + ",");
    }

    @Test
    void nodesThatStartAtOnceMigrateAnEmptyDatabaseOnce() {
        List<DatabaseState> states = Race.of(Thread::new, 6, racer -> prepare(SchemaMode.MIGRATE));

        assertThat(states).containsOnly(ready());
        assertThat(number(APPLIED)).isEqualTo(1);
    }

    @Test
    void nodesThatStartAtOnceMigrateADatabaseWithOtherTablesOnce() {
        Sql.run(pool, "create table orders (id int primary key)");

        List<DatabaseState> states = Race.of(Thread::new, 6, racer -> prepare(SchemaMode.MIGRATE));

        assertThat(states).containsOnly(ready());
        assertThat(number(APPLIED)).isEqualTo(1);
    }

    @Test
    void anApplicationsTablesAndItsOwnMigrationsAreLeftAlone(@TempDir Path migrations) throws IOException {
        Files.writeString(migrations.resolve("V1__orders.sql"), "create table orders (id int primary key);");
        Files.writeString(migrations.resolve("V2__order.sql"), "insert into orders values (7);");
        Flyway application = Flyway.configure()
                .dataSource(pool)
                .locations("filesystem:" + migrations)
                .load();
        application.migrate();

        assertThat(prepare(SchemaMode.MIGRATE)).isEqualTo(ready());
        assertThat(prepare(SchemaMode.VALIDATE)).isEqualTo(ready());

        assertThat(number("select id from orders")).isEqualTo(7);
        assertThat(number(ENTRIES)).isZero();
        application.validate();
        assertThat(application.migrate().migrationsExecuted).isZero();
    }

    private DatabaseState prepare(SchemaMode mode) {
        return new Database(pool, mode, ClusterClock.system()).prepare();
    }

    private String refusal(SchemaMode mode) {
        DatabaseState state = prepare(mode);
        assertThat(state).isInstanceOf(DatabaseState.NotReady.class);
        String reason = ((DatabaseState.NotReady) state).reason();
        assertThat(reason).doesNotContain("\n");
        return reason;
    }

    private DatabaseState ready() {
        return new DatabaseState.Ready(Dialect.valueOf(kind.name()));
    }

    /** The version that all the published files make, for example {@code version 3}. */
    private String newest() {
        try (Stream<Path> files = Files.list(Path.of(SchemaTest.class
                .getResource(kind.name().toLowerCase(Locale.ROOT))
                .toURI()))) {
            return "version " + files.count();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void history(String version, String type, boolean success) {
        Sql.run(
                pool,
                "insert into " + HISTORY + " (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"checksum\", \"installed_by\", \"execution_time\", \"success\") values (1000, '" + version
                        + "', 'tomorrow', '" + type + "', 'V" + version + "__tomorrow.sql', 5, 'x', 1, " + success
                        + ")");
    }

    private int number(String query) {
        return Sql.number(pool, query);
    }

    private String publishedSql() throws IOException {
        String file = kind.name().toLowerCase(Locale.ROOT) + "/V1__entries.sql";
        try (var sql = SchemaTest.class.getResourceAsStream(file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
