package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** Every contender in one database and on one pool, each over a table of its own with the same {@value #KEYS} keys. */
final class Arena implements AutoCloseable {

    static final int KEYS = 10_000;
    private static final List<String> PEERS = List.of("hand_entry", "merged_entry", "stateless_entry");

    private final HikariDataSource pool;
    private final PlainRestante restante;
    private final EntityManagerFactory factory;
    private final Map<String, Contender> contenders = new LinkedHashMap<>();

    Arena(BenchServer server) throws SQLException {
        this.pool = server.database("arena");
        this.restante = PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
        this.factory =
                Persistence.createEntityManagerFactory("peers", Map.of("jakarta.persistence.nonJtaDataSource", pool));
        for (String table : PEERS) {
            BenchServer.execute(pool, "create table " + table + " (like restante_entry including all)");
        }
        contenders.put("restante", new Contender(new RestanteStore(restante)));
        contenders.put("jdbc", new Contender(new JdbcStore(pool, "hand_entry")));
        contenders.put("merge", new Contender(new MergeStore(factory)));
        contenders.put("stateless", new Contender(new StatelessStore(factory.unwrap(SessionFactory.class))));
    }

    static String key(int number) {
        return "key-%05d".formatted(number);
    }

    /** Bytes that no database can compress, as encrypted ones are. */
    static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    Contender contender(String name) {
        Contender contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(name);
        }
        return contender;
    }

    /** Fills all tables with values of that size, and leaves them as after a good night's maintenance. */
    void prepare(int size) throws SQLException {
        SortedMap<String, byte[]> values = new TreeMap<>();
        Random random = new Random(size);
        IntStream.range(0, KEYS).forEach(number -> values.put(key(number), bytes(random, size)));
        for (Contender contender : contenders.values()) {
            contender.store().putAll(values);
            BenchServer.execute(pool, "vacuum analyze " + contender.store().table());
            contender.startCounting(versions(contender));
        }
    }

    /**
     * Compares what was acknowledged with what is there.
     *
     * @throws IllegalStateException when a row is missing or an acknowledged put was lost
     */
    void verify() throws SQLException {
        for (Map.Entry<String, Contender> entry : contenders.entrySet()) {
            String table = entry.getValue().store().table();
            long rows = Long.parseLong(BenchServer.ask(pool, "select count(*) from " + table));
            if (rows != KEYS) {
                throw new IllegalStateException(table + " has " + rows + " rows");
            }
            // the peers of Hibernate set the version by themselves
            if (List.of("restante", "jdbc").contains(entry.getKey())) {
                entry.getValue().verify(versions(entry.getValue()));
            }
        }
    }

    @Override
    public void close() {
        factory.close();
        restante.close();
        pool.close();
    }

    /** Versions begin high: their sum is beyond a long. */
    private BigInteger versions(Contender contender) throws SQLException {
        return new BigInteger(BenchServer.ask(
                pool, "select sum(version) from " + contender.store().table()));
    }
}
