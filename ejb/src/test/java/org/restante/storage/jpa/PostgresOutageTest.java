package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.Restante;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.database.Dialect;
import org.restante.database.SchemaMode;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.storage.Expected;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.contract.Operations;
import org.restante.testing.RestartablePostgres;
import org.restante.testing.Scenario;
import org.restante.time.ClusterClock;
import org.restante.transaction.ResourceLocalTransactions;
import org.restante.transaction.Transactions;
import org.restante.wiring.PlainRestante;

/** A database that is down when Restante starts, and goes down while it runs. */
class PostgresOutageTest {

    private static final Namespace<Object> THINGS = Namespace.of("things", Object.class);
    private static final ProfileId PROFILE = new ProfileId("p");
    private static final Duration BOUND = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private RestartablePostgres server;
    private HikariDataSource pool;
    private EntityManagerFactory factory;
    private Database database;
    private Transactions transactions;
    private Restante restante;

    @BeforeEach
    void startRestanteAlone() {
        server = new RestartablePostgres(directory);
        pool = server.pool(Duration.ofMillis(250));
        factory = Persistence.createEntityManagerFactory(
                "restante",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        pool));
        database = new Database(pool, SchemaMode.MIGRATE, ClusterClock.system());
        transactions = new ResourceLocalTransactions(factory, pool);
        restante = PlainRestante.over(new JpaStorageAdapter(database, transactions, Duration.ofSeconds(5)));
    }

    @AfterEach
    void close() {
        factory.close();
        pool.close();
        server.close();
    }

    @Test
    @Scenario({"S11", "S16", "S17", "W4", "W8"})
    void restanteStartsBeforeTheDatabaseAndOutlivesItsCrash() {
        String reason = reason(database.prepare());
        assertThat(reason)
                .startsWith("the database cannot be reached: ")
                .contains("refused")
                .doesNotContain("Exception", "\n");
        everyOperationTells(reason);

        startServer();
        assertThat(database.check()).isEqualTo(database.state());
        Storage storage = restante.profile(PROFILE).storage();
        long version = storage.put(THINGS, "k", "v");

        theDatabaseCrashesDuringATransaction(storage);
        everyOperationTells("the database failed");
        assertThat(reason(database.check())).startsWith("the database cannot be reached: ");
        assertThat(database.prepare()).isInstanceOf(DatabaseState.Ready.class);
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();

        server.start();
        await().ignoreExceptionsInstanceOf(StorageUnavailableException.class)
                .until(() -> storage.get(THINGS, "k").equals(Optional.of("v")));
        assertThat(restante.profiles().list()).containsExactly(PROFILE);
        storage.put(THINGS, "k", "next", Expected.version(version));
        assertThat(storage.get(THINGS, "k")).contains("next");
        Operations.on(restante, PROFILE).forEach(Runnable::run);
    }

    /** A pool that was refused waits a moment before it tries again. */
    private void startServer() {
        server.start();
        await().until(() -> database.prepare().equals(new DatabaseState.Ready(Dialect.POSTGRESQL)));
    }

    private void everyOperationTells(String reason) {
        for (Runnable operation : Operations.on(restante, PROFILE)) {
            assertTimeoutPreemptively(
                    BOUND,
                    () -> assertThatExceptionOfType(StorageUnavailableException.class)
                            .isThrownBy(operation::run)
                            .withMessageStartingWith(reason));
        }
    }

    private void theDatabaseCrashesDuringATransaction(Storage storage) {
        assertTimeoutPreemptively(
                BOUND.multipliedBy(2),
                () -> assertThatExceptionOfType(StorageUnavailableException.class)
                        .isThrownBy(() -> transactions.required(() -> {
                            storage.put(THINGS, "k", "lost");
                            server.crash();
                            return storage.get(THINGS, "k");
                        })));
    }

    private static String reason(DatabaseState state) {
        assertThat(state).isInstanceOf(DatabaseState.NotReady.class);
        return ((DatabaseState.NotReady) state).reason();
    }
}
