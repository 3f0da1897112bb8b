package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.restante.entry.Namespace;
import org.restante.storage.Storage;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;

class CutConnectionTest {

    private static final Namespace<String> ITEMS = Namespace.of("items", String.class);

    @Test
    @Scenario({"S11", "S17"})
    void aPutWhoseConnectionIsCutLeavesThePreviousValues() throws SQLException {
        try (JpaFixture database = new JpaFixture(TestDatabase.POSTGRESQL)) {
            Storage storage = database.storage("p");
            Map<String, String> old = Map.of("j", "old", "k", "old");
            storage.putAll(ITEMS, old);

            cutWhileItWaits(database, storage);

            assertThat(storage.getAll(ITEMS, List.of("j", "k"))).isEqualTo(old);
            storage.put(ITEMS, "k", "next");
            assertThat(storage.get(ITEMS, "k")).contains("next");
            assertThat(database.connectionsInUse()).isZero();
        }
    }

    private static void cutWhileItWaits(JpaFixture database, Storage storage) throws SQLException {
        CompletableFuture<Integer> session = new CompletableFuture<>();
        try (Connection holder = database.dataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeUpdate("update restante_entry set version = version + 1000 where entry_key = 'k'");
            CompletableFuture<Void> put =
                    CompletableFuture.runAsync(() -> database.transactions().required(() -> {
                        storage.put(ITEMS, "j", "new");
                        session.complete(session(database));
                        return storage.put(ITEMS, "k", "new");
                    }));
            await().pollInterval(20, TimeUnit.MILLISECONDS)
                    .until(() -> TestDatabase.POSTGRESQL.waitingForLocks(database.dataSource()) == 1);
            TestDatabase.POSTGRESQL.cut(database.dataSource(), session.join());

            assertThat(put)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(StorageUnavailableException.class)
                    .withMessage("the database failed with SQLState 57P01");
            holder.rollback();
        }
    }

    private static int session(JpaFixture database) {
        try {
            return database.transactions().jdbc(TestDatabase.POSTGRESQL::session);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
