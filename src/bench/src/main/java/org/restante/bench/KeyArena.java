package org.restante.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** All ways of counting under a lock, in one database and on one pool of this process, each over tables of its own. */
final class KeyArena implements AutoCloseable {

    static final List<String> CONTENDERS = List.of("restante", "jdbc", "spring", "spring-1ms", "shedlock-1ms");
    static final int KEYS = 1000;

    private static final int BYTES = 200;
    private static final Duration AS_DELIVERED = Duration.ofMillis(100);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final DataSource pool;
    private final PlainRestante restante;
    private final JdbcCount jdbc;
    private final Map<String, KeyContender> contenders = new LinkedHashMap<>();

    KeyArena(DataSource pool) {
        this.pool = pool;
        this.restante = PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
        JdbcStore hand = new JdbcStore(pool, "hand_entry");
        this.jdbc = new JdbcCount(pool, hand);
        contenders.put("restante", new KeyContender(new RestanteStore(restante), new RestanteCount(restante)));
        contenders.put("jdbc", new KeyContender(hand, jdbc));
        leased("spring", "spring_entry", new SpringLease(pool, "SLOW", AS_DELIVERED));
        leased("spring-1ms", "spring_fast_entry", new SpringLease(pool, "FAST", SHORT));
        leased("shedlock-1ms", "shed_entry", new ShedLockLease(pool, SHORT));
    }

    private void leased(String name, String table, Lease lease) {
        JdbcStore entries = new JdbcStore(pool, table);
        contenders.put(name, new KeyContender(entries, new LeasedCount(lease, entries)));
    }

    static String key(int number) {
        return "key-%04d".formatted(number);
    }

    /** Makes the tables of the peers, once in a database. The lock tables are those that their libraries publish. */
    void createTables() throws SQLException {
        for (KeyContender contender : contenders.values()) {
            BenchServer.execute(
                    pool,
                    "create table if not exists " + contender.entries().table()
                            + " (like restante_entry including all)");
        }
        BenchServer.execute(pool, "create table hand_lock (like restante_lock including all, token bigint not null)");
        SpringLease.createTable(pool);
        BenchServer.execute(
                pool,
                "create table shedlock (name varchar(64) not null, lock_until timestamp not null,"
                        + " locked_at timestamp not null, locked_by varchar(255) not null, primary key (name))");
    }

    KeyContender contender(String name) {
        KeyContender contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(name);
        }
        return contender;
    }

    /** Sets all counters to zero. */
    void prepare() throws SQLException {
        Random random = new Random(BYTES);
        SortedMap<String, byte[]> values = new TreeMap<>();
        IntStream.range(0, KEYS).forEach(number -> values.put(key(number), Counters.zero(Arena.bytes(random, BYTES))));
        jdbc.prepare(values.keySet());
        for (KeyContender contender : contenders.values()) {
            contender.entries().putAll(values);
            BenchServer.execute(pool, "vacuum analyze " + contender.entries().table());
            contender.takeCounted();
        }
    }

    /** What the counters of a contender come to: as many as it has counted, unless an update was lost. */
    long sum(String name) {
        Store entries = contender(name).entries();
        return IntStream.range(0, KEYS)
                .mapToObj(KeyArena::key)
                .mapToLong(key -> Counters.number(Counters.required(entries.get(key))))
                .sum();
    }

    @Override
    public void close() {
        restante.close();
    }
}
