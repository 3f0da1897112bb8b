package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.entry.Namespaces.SESSION;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyTransactionTimeoutException;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** The end of transactions that take too long. */
class ExpiryTest {

    @Test
    void oneThatIsInTheMidstOfAStatementDoesNotKeepOthersFromTheirEnd() throws SQLException {
        HikariDataSource pool = TestDatabase.POSTGRESQL.open();
        CountDownLatch goOn = new CountDownLatch(1);
        try (JpaFixture database = new JpaFixture(pool, JpaFixture.SETTINGS);
                Connection other = pool.getConnection();
                Statement statement = other.createStatement()) {
            KeyStore keys = keys(database);
            other.setAutoCommit(false);
            statement.execute("lock table restante_entry in access exclusive mode");
            CompletableFuture<Object> asking =
                    Elsewhere.start(Thread::new, () -> keys.transaction("asking", tx -> tx.get(SESSION, "alice.1")));
            Awaitility.await().until(() -> TestDatabase.POSTGRESQL.waitingForLocks(pool) == 1);
            CountDownLatch held = new CountDownLatch(1);
            CompletableFuture<Object> stuck = Elsewhere.start(
                    Thread::new,
                    () -> keys.transaction("stuck", tx -> {
                        held.countDown();
                        return await(goOn);
                    }));
            assertThat(await(held)).isTrue();

            keys.transaction("stuck", tx -> tx);

            assertThat(asking).isNotDone();
            other.rollback();
            goOn.countDown();
            assertThatThrownBy(() -> Elsewhere.await(stuck)).isInstanceOf(KeyTransactionTimeoutException.class);
            assertThatThrownBy(() -> Elsewhere.await(asking)).isInstanceOf(KeyTransactionTimeoutException.class);
        }
    }

    private static KeyStore keys(JpaFixture database) {
        Map<String, String> settings =
                Map.of("restante.keystore.transaction-timeout", "PT0.5S", "restante.keystore.lock-timeout", "PT5S");
        return PlainRestante.over(database.adapter(), PlainOptions.defaults().withSettings(settings))
                .profile("p")
                .keyStore();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
