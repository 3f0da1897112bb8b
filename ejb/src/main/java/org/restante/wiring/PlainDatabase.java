package org.restante.wiring;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import javax.sql.DataSource;
import org.restante.database.Database;
import org.restante.database.DatabaseState;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.ClusterClock;
import org.restante.transaction.ResourceLocalTransactions;
import org.restante.transaction.Transactions;

/**
 * A database used in plain Java: reached, its schema prepared, with transactions of its own. The persistence unit is the
 * one that servers deploy, with the caller's data source in the place of the server's. Close it to let go of the persistence
 * unit; the data source stays the caller's.
 */
public final class PlainDatabase implements AutoCloseable {

    private final EntityManagerFactory factory;
    private final Database database;
    private final Transactions transactions;
    private final DatabaseSettings settings;

    private PlainDatabase(
            EntityManagerFactory factory, Database database, Transactions transactions, DatabaseSettings settings) {
        this.factory = factory;
        this.database = database;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Opens a database.
     *
     * @throws StorageUnavailableException when it cannot be reached or its schema does not fit
     */
    public static PlainDatabase open(DataSource dataSource, DatabaseSettings settings) {
        Database database = new Database(dataSource, settings.schemaMode(), ClusterClock.system());
        if (database.prepare() instanceof DatabaseState.NotReady notReady) {
            throw new StorageUnavailableException(notReady.reason(), null);
        }
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "restante",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource));
        return new PlainDatabase(factory, database, new ResourceLocalTransactions(factory, dataSource), settings);
    }

    /** An adapter of storage on this database. */
    public JpaStorageAdapter storageAdapter() {
        return new JpaStorageAdapter(database, transactions, settings.statementTimeout());
    }

    /** The transactions that the capabilities on this database join. */
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public void close() {
        factory.close();
    }
}
