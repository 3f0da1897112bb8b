package org.restante.keystore.jpa;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.restante.keystore.KeyStore;
import org.restante.keystore.contract.LockContract;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Race;
import org.restante.wiring.PlainRestante;

/** A Java process of its own, as another node would be one: counts, or takes the lock and never lets go. */
final class CountingProcess {

    static final String HELD = "held";

    private CountingProcess() {}

    /** Arguments: the database, how many threads, how often each counts; with no threads it holds the lock for good. */
    public static void main(String... arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        try (JpaFixture database = new JpaFixture(new HikariDataSource(config), JpaFixture.SETTINGS)) {
            KeyStore keys = PlainRestante.over(database.adapter()).profile("p").keyStore();
            if (threads == 0) {
                hold(keys);
            }
            Race.of(Thread::new, threads, racer -> {
                IntStream.range(0, rounds).forEach(round -> count(keys));
                return racer;
            });
        }
    }

    static int count(KeyStore keys) {
        return keys.<Integer, RuntimeException>transaction("hot", tx -> {
            int next = tx.get(LockContract.COUNTER, "n").orElse(0) + 1;
            tx.put(LockContract.COUNTER, "n", next);
            return next;
        });
    }

    private static void hold(KeyStore keys) throws InterruptedException {
        keys.<Object, InterruptedException>transaction("hot", tx -> {
            tx.put(LockContract.COUNTER, "n", -1);
            System.out.println(HELD);
            new CountDownLatch(1).await();
            return tx;
        });
    }
}
