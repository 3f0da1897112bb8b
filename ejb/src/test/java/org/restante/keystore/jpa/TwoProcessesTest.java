package org.restante.keystore.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.keystore.contract.LockContract.COUNTER;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.restante.keystore.KeyStore;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainRestante;

/** Locks hold between Java processes that share a PostgreSQL, and end with the process. */
@SuppressWarnings("NullAway.Init") // before each test
class TwoProcessesTest {

    private HikariDataSource pool;
    private JpaFixture database;
    private KeyStore keys;

    @BeforeEach
    void open() {
        pool = TestDatabase.POSTGRESQL.open();
        database = new JpaFixture(pool, JpaFixture.SETTINGS);
        keys = PlainRestante.over(database.adapter()).profile("p").keyStore();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Scenario("K8")
    void eightThreadsInEachOfTwoProcessesCountToEightThousand() throws IOException {
        List<Process> both = List.of(start(8, 500), start(8, 500));

        both.forEach(process -> assertThat(process.onExit())
                .succeedsWithin(Duration.ofMinutes(2))
                .extracting(Process::exitValue)
                .isEqualTo(0));
        assertThat(keys.get(COUNTER, "n")).contains(8000);
    }

    @Test
    @Scenario("K7")
    void whenTheHolderIsKilledItsWritesAreGoneAndTheWaiterGoesOn() throws IOException {
        Process holder = start(0, 0);
        BufferedReader output = holder.inputReader();
        assertThat(Elsewhere.<Boolean>get(
                        Thread::new, () -> Stream.generate(() -> line(output)).anyMatch(CountingProcess.HELD::equals)))
                .isTrue();
        CompletableFuture<Integer> waiter = Elsewhere.start(Thread::new, () -> CountingProcess.count(keys));
        await().until(() -> TestDatabase.POSTGRESQL.waitingForLocks(pool) == 1);
        assertThat(waiter).isNotDone();

        holder.destroyForcibly(); // kill -9

        assertThat(waiter).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(1);
    }

    private Process start(int threads, int rounds) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        pool.getJdbcUrl(),
                        String.valueOf(threads),
                        String.valueOf(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(BufferedReader output) {
        try {
            return Objects.requireNonNull(output.readLine(), "the process has ended");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
