package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.restante.bench.Claimers.Claims;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.database.SchemaMode;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.DedupLimits;
import org.restante.dedup.KeyHash;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.Statements;
import org.restante.wiring.PlainDatabase;

/** Claims beside a sweep of many rows that are over, and before it. */
final class SweepMatch implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int EXPIRED = Integer.getInteger("restante.bench.expired", 1_000_000);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final String EXPIRED_ROWS = "insert into restante_dedup (namespace, key_hash, dedup_key, token,"
            + " attempt, since, until, forget_after, lease, receipt)"
            + " select 'over', sha256(n::text::bytea), 'key-' || n, gen_random_uuid()::text,"
            + " 1, n, n, n, 60000000, decode(repeat('00', 32), 'hex') from generate_series(1, %d) n";

    private final HikariDataSource pool;
    private final PlainDatabase database;
    private final DedupCaches caches;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    SweepMatch(BenchServer server) throws SQLException {
        this.pool = server.database("sweep", THREADS + 1);
        this.database = PlainDatabase.open(pool, new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30)));
        this.caches = caches(database);
    }

    /** As the wiring builds them, without a sweeper. */
    private static DedupCaches caches(PlainDatabase database) {
        Statements statements = OwnStatements.of(database);
        DedupLimits limits = new DedupLimits(Duration.ofMinutes(1), Duration.ofHours(24));
        return new DedupCaches(
                new DatabaseDedupAdapter(statements),
                new EntryCodec(PayloadCipher.none()),
                new DedupCaches.Conduct(namespace -> limits, statements.database()::now, KeyHash.sha256()));
    }

    void run(Consumer<String> out) throws SQLException {
        BenchServer.execute(pool, EXPIRED_ROWS.formatted(EXPIRED));
        BenchServer.execute(pool, "vacuum analyze restante_dedup");
        BenchServer.execute(pool, "checkpoint");
        claimsDuring("warm-up-", () -> LockSupport.parkNanos(WARM_UP.toNanos()));
        Claims idle = claimsDuring("idle-", () -> LockSupport.parkNanos(IDLE.toNanos()));
        long begun = System.nanoTime();
        Claims sweeping = claimsDuring("sweep-", this::sweep);
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.accept("");
        out.accept("| | claims/s | failed | 99 of 100 within, ms | longest, ms |");
        out.accept("| --- | ---: | ---: | ---: | ---: |");
        row(out, "idle", idle, IDLE.toMillis() / 1000.0);
        row(out, "during the sweep", sweeping, seconds);
        out.accept("");
        out.accept(String.format(
                Locale.ROOT,
                "%d threads; %d rows that were over swept in %.1f s, %s left; 99 of 100 took %.2f times as long.",
                THREADS,
                EXPIRED,
                seconds,
                BenchServer.ask(pool, "select count(*) from restante_dedup where namespace = 'over'"),
                sweeping.percentile99() / idle.percentile99()));
    }

    private Claims claimsDuring(String keys, Runnable meanwhile) {
        Claimers claimers = new Claimers(caches.of("claims"), keys);
        claimers.start(executor, THREADS);
        meanwhile.run();
        return claimers.stop();
    }

    /** At the pace of the sweeper of a server: rests after each part for as long as it took. */
    private void sweep() {
        long begun = System.nanoTime();
        while (caches.sweep()) {
            LockSupport.parkNanos(System.nanoTime() - begun);
            begun = System.nanoTime();
        }
    }

    private static void row(Consumer<String> out, String when, Claims claims, double seconds) {
        out.accept(String.format(
                Locale.ROOT,
                "| %s | %.0f | %d | %.1f | %.1f |",
                when,
                claims.nanos().length / seconds,
                claims.failed(),
                claims.percentile99(),
                claims.longest()));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        database.close();
        pool.close();
    }
}
