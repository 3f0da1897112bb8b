package org.restante.storage.jpa;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.restante.database.SchemaMode;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.Statements;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.testing.TestDatabase;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;
import org.restante.transaction.Transactions;
import org.restante.wiring.PlainDatabase;
import org.restante.wiring.PlainRestante;

/** A new database with the schema and an adapter on it. */
public final class JpaFixture implements AutoCloseable {

    public static final DatabaseSettings SETTINGS = new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30));

    private final HikariDataSource pool;
    private final PlainDatabase database;
    private final StorageAdapter adapter;

    public JpaFixture(TestDatabase kind) {
        this(kind.open(), SETTINGS);
    }

    /** On that database; closes the pool too. */
    public JpaFixture(HikariDataSource pool, DatabaseSettings settings) {
        this.pool = pool;
        database = PlainDatabase.open(pool, settings);
        adapter = database.storageAdapter();
    }

    public StorageAdapter adapter() {
        return adapter;
    }

    public Transactions transactions() {
        return database.transactions();
    }

    /** Statements as adapters run them, which no pause holds up. */
    public Statements statements() {
        Retry retry =
                new Retry(new Retry.Limits(10, Duration.ofMinutes(1)), Ticker.system(), Pause.sleeping(), () -> 42L);
        return new Statements(((JpaStorageAdapter) adapter).database(), transactions(), retry);
    }

    public DataSource dataSource() {
        return pool;
    }

    Storage storage(String profile) {
        return PlainRestante.over(adapter).profile(profile).storage();
    }

    /** How many connections are lent out at this moment. */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        database.close();
        pool.close();
    }
}
