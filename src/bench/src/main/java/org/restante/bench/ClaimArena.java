package org.restante.bench;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.restante.database.SchemaMode;
import org.restante.dedup.DedupCache;
import org.restante.settings.DatabaseSettings;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;
import org.springframework.integration.jdbc.metadata.JdbcMetadataStore;

/** All ways of handling messages once, in one database and on one pool, each over tables of its own. */
final class ClaimArena implements AutoCloseable {

    static final String HAND = "jdbc";
    static final String HAND_WITH_EFFECT = "jdbc, two commits";
    static final Duration LEASE = Duration.ofSeconds(10);

    /** Without an effect in the database. */
    static final List<String> CLAIMS =
            List.of("restante", HAND, "jdbc, insert only", "camel jdbc", "camel jpa", "spring metadata");

    /** With one. */
    static final List<String> EFFECTS = List.of("restante, joined", "restante, two commits", HAND_WITH_EFFECT);

    private static final DatabaseSettings SETTINGS = new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30));

    private final DataSource pool;
    private final PlainDatabase database;
    private final PlainRestante restante;
    private final EntityManagerFactory factory;
    private final Map<String, ClaimContender> contenders = new LinkedHashMap<>();
    private final Map<String, Effects> effects = new LinkedHashMap<>();

    ClaimArena(DataSource pool) throws SQLException {
        this.pool = pool;
        this.database = PlainDatabase.open(pool, SETTINGS);
        this.restante = PlainRestante.over(
                database.storageAdapter(),
                PlainOptions.defaults().withSettings(Map.of("restante.dedup.lease", LEASE.toString())));
        this.factory =
                Persistence.createEntityManagerFactory("camel", Map.of("jakarta.persistence.nonJtaDataSource", pool));
        claims();
        effects();
    }

    private void claims() throws SQLException {
        JdbcClaims insertOnly = new JdbcClaims(pool, "hand_insert");
        add("restante", new RestanteClaims(restante.dedup("claims")));
        add(HAND, new JdbcClaims(pool, "hand_claim"));
        add("jdbc, insert only", (key, work) -> {
            boolean claimed = insertOnly.claim(key);
            if (claimed) {
                work.run();
            }
            return claimed;
        });
        add("camel jdbc", CamelClaims.jdbc(pool));
        add("camel jpa", CamelClaims.jpa(factory));
        add("spring metadata", spring());
    }

    private void effects() throws SQLException {
        DedupCache joined = restante.dedup("joined");
        DedupCache beside = restante.dedup("beside");
        for (String name : EFFECTS) {
            effects.put(name, new Effects(pool, "effect_" + effects.size()));
        }
        add(
                "restante, joined",
                new RestanteEffectClaims(joined, database.transactions(), of("restante, joined"), true));
        add(
                "restante, two commits",
                new RestanteEffectClaims(beside, database.transactions(), of("restante, two commits"), false));
        JdbcClaims hand = new JdbcClaims(pool, "hand_effect_claim");
        add(HAND_WITH_EFFECT, new JdbcEffectClaims(pool, hand, of(HAND_WITH_EFFECT)));
    }

    private ClaimWay spring() throws SQLException {
        BenchServer.execute(
                pool,
                "create table int_metadata_store (metadata_key varchar(255) not null, metadata_value varchar(4000),"
                        + " region varchar(100) not null,"
                        + " constraint int_metadata_store_pk primary key (metadata_key, region))");
        JdbcMetadataStore store = new JdbcMetadataStore(pool);
        store.afterPropertiesSet();
        return (key, work) -> {
            boolean claimed = store.putIfAbsent(key, "") == null;
            if (claimed) {
                work.run();
            }
            return claimed;
        };
    }

    private void add(String name, ClaimWay way) {
        contenders.put(name, new ClaimContender(way));
    }

    private Effects of(String name) {
        return Objects.requireNonNull(effects.get(name));
    }

    ClaimContender contender(String name) {
        ClaimContender contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(name);
        }
        return contender;
    }

    /** Leaves the tables as after a good night's maintenance: the plans of empty ones are bad. */
    void tidy() throws SQLException {
        BenchServer.execute(pool, "vacuum analyze");
        contenders.values().forEach(ClaimContender::startLine);
    }

    /**
     * Compares what was handled with the effects that are there.
     *
     * @throws IllegalStateException when an effect is missing, or there is one too many
     */
    void verify() throws SQLException {
        for (Map.Entry<String, Effects> entry : effects.entrySet()) {
            long executions = contender(entry.getKey()).executions();
            long there = entry.getValue().count();
            if (executions != there) {
                throw new IllegalStateException(entry.getKey() + ": " + executions + " handled, " + there + " effects");
            }
        }
    }

    @Override
    public void close() {
        factory.close();
        restante.close();
        database.close();
    }
}
