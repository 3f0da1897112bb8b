package org.restante.storage.jpa;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.restante.database.SchemaMode;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.StorageAdapter;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;
import org.restante.wiring.PlainDatabase;

/** A new database with the schema and an adapter on it. */
final class JpaFixture implements AutoCloseable {

    static final DatabaseSettings SETTINGS = new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30));

    private final HikariDataSource pool;
    private final PlainDatabase database;
    private final StorageAdapter adapter;

    JpaFixture(TestDatabase kind) {
        pool = kind.open();
        database = PlainDatabase.open(pool, SETTINGS);
        adapter = database.storageAdapter();
    }

    StorageAdapter adapter() {
        return adapter;
    }

    Transactions transactions() {
        return database.transactions();
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        database.close();
        pool.close();
    }
}
