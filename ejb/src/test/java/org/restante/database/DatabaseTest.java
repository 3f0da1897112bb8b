package org.restante.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.time.ClusterClock;

class DatabaseTest {

    @Test
    void beforeTheFirstAttemptItIsNotReady() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            Database database = database(pool);

            assertThat(reason(database.state())).isEqualTo("the database was not reached yet");
            assertThat(reason(database.check())).isEqualTo("the database was not reached yet");
        }
    }

    @Test
    void anUnsupportedDatabaseIsRefusedByItsName() {
        try (HikariDataSource pool = TestDatabase.H2.open()) {
            DataSource oracle = answering(DataSource.class, pool, "Oracle");

            assertThat(reason(database(oracle).prepare())).contains("Oracle").contains("H2 and PostgreSQL");
            assertThat(Sql.number(pool, "select count(*) from information_schema.tables where table_schema = 'PUBLIC'"))
                    .isZero();
        }
    }

    @Test
    @Scenario("W8")
    void aServerThatTakesConnectionsAndNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                HikariDataSource pool = new HikariDataSource(config("jdbc:postgresql://localhost:"
                        + silent.getLocalPort() + "/postgres?user=postgres&connectTimeout=1&loginTimeout=1"))) {
            DatabaseState state = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> database(pool).prepare());

            assertThat(reason(state)).startsWith("the database cannot be reached: ");
        }
    }

    @Test
    void aPoolThatCannotStartIsAReasonAndNoException() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=hunter2");
            pool.setConnectionTimeout(250);

            String reason = reason(database(pool).prepare());

            assertThat(reason)
                    .startsWith("the database cannot be reached: ")
                    .contains("localhost:" + port)
                    .doesNotContain("hunter2", "Exception", "\n");
        }
    }

    @Test
    void theReasonHoldsNoPassword() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:nonsense://localhost/db?user=u&password=hunter2");

            String reason = reason(database(pool).prepare());

            assertThat(reason).startsWith("the database cannot be reached: ").doesNotContain("hunter2");
        }
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setConnectionTimeout(250);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Database database(DataSource dataSource) {
        return new Database(dataSource, SchemaMode.MIGRATE, ClusterClock.system());
    }

    private static String reason(DatabaseState state) {
        assertThat(state).isInstanceOf(DatabaseState.NotReady.class);
        return ((DatabaseState.NotReady) state).reason();
    }

    /** The same database under another product name. */
    private static <T> T answering(Class<T> type, T real, String product) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            if (method.getName().equals("getDatabaseProductName")) {
                return product;
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof Connection connection) {
                    return answering(Connection.class, connection, product);
                }
                return result instanceof DatabaseMetaData metaData
                        ? answering(DatabaseMetaData.class, metaData, product)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
