package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.restante.Restante;
import org.restante.database.SchemaMode;
import org.restante.entry.Namespaces;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.PageRequest;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** No operation waits for the database longer than the settings say: here somebody else holds the whole table. */
@Timeout(60)
class BoundedWaitTest {

    private static final Duration BOUND = Duration.ofSeconds(1);

    private static HikariDataSource pool;
    private static PlainDatabase database;
    private static Restante restante;

    @BeforeAll
    static void open() {
        pool = TestDatabase.POSTGRESQL.open();
        database = PlainDatabase.open(pool, new DatabaseSettings(SchemaMode.MIGRATE, BOUND));
        restante = PlainRestante.over(database.storageAdapter());
    }

    @AfterAll
    static void close() {
        database.close();
        pool.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                of("get", storage -> storage.get(Namespaces.SESSION, "a")),
                of("getAll", storage -> storage.getAll(Namespaces.SESSION, List.of("a", "b"))),
                of("put", storage -> storage.put(Namespaces.SESSION, "a", new byte[1])),
                of("delete", storage -> storage.delete(Namespaces.SESSION, "a")),
                of("keys", storage -> storage.keys(Namespaces.SESSION, PageRequest.first(1))),
                of("clear", Storage::clear));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givesUpWhileAnotherHoldsTheTable(Consumer<Storage> operation) throws SQLException {
        Storage storage = restante.profile("mine").storage();
        try (Connection other = pool.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table restante_entry in access exclusive mode");
            assertThatThrownBy(() -> operation.accept(storage)).isInstanceOf(StorageUnavailableException.class);
            assertThatThrownBy(() -> database.transactions().required(() -> {
                        operation.accept(storage);
                        return storage;
                    }))
                    .isInstanceOf(StorageUnavailableException.class);
            other.rollback();
        }
        operation.accept(storage);
    }

    @Test
    void aGetLeavesTheConnectionsOwnBoundAsItWas() {
        int own = 77_000;
        int after = database.transactions().required(() -> {
            network(own);
            restante.profile("mine").storage().get(Namespaces.SESSION, "a");
            return network(0);
        });
        assertThat(after).isEqualTo(own);
    }

    private static int network(int millis) {
        try {
            return database.transactions().jdbc(connection -> {
                int before = connection.getNetworkTimeout();
                connection.setNetworkTimeout(Runnable::run, millis);
                return before;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arguments of(String name, Consumer<Storage> operation) {
        return Arguments.argumentSet(name, operation);
    }
}
