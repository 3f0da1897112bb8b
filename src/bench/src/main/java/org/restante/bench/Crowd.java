package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** A database of {@value #PROFILES} profiles with so many entries among them, and as many more in one namespace of one. */
final class Crowd implements AutoCloseable {

    static final int PROFILES = 1000;

    private static final String COPIES = "insert into restante_entry"
            + " select %s, '%s', %s, header, payload, version, updated_at"
            + " from restante_entry, generate_series(0, %d) n where entry_key = 'seed'";

    private final HikariDataSource pool;
    private final PlainRestante restante;

    Crowd(BenchServer server, int entries) throws SQLException {
        this.pool = server.database("crowd_" + entries);
        this.restante = PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
        restante.profile("p0").storage().put(Namespaces.PRE_KEY, "seed", new byte[32]);
        copy("'p' || n % " + PROFILES, "session", "'key-' || lpad((n / " + PROFILES + ")::text, 7, '0')", entries);
        copy("'p0'", Namespaces.SENDER_KEY.name(), "'key-' || lpad(n::text, 7, '0')", entries);
        BenchServer.execute(pool, "vacuum analyze restante_entry");
        BenchServer.execute(pool, "checkpoint");
    }

    Restante restante() {
        return restante;
    }

    @Override
    public void close() {
        restante.close();
        pool.close();
    }

    private void copy(String profile, String namespace, String key, int entries) throws SQLException {
        BenchServer.execute(pool, COPIES.formatted(profile, namespace, key, entries - 1));
    }
}
