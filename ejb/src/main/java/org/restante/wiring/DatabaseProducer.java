package org.restante.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.restante.database.Database;
import org.restante.settings.Settings;
import org.restante.time.ClusterClock;
import org.restante.transaction.JtaTransactions;
import org.restante.transaction.Transactions;

/** The server's default data source, the time and the transactions on it. */
@ApplicationScoped
class DatabaseProducer {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    @Resource
    TransactionSynchronizationRegistry registry;

    @PersistenceUnit(unitName = "restante")
    EntityManagerFactory factory;

    /** Payara looks for the unit at its first use, and from within a WAR it finds none. */
    void bind() {
        factory.isOpen();
    }

    @Produces
    @Singleton
    ClusterClock clock() {
        return ClusterClock.system();
    }

    @Produces
    @Singleton
    Database database(Settings settings, ClusterClock clock) {
        return new Database(dataSource, settings.database().schemaMode(), clock);
    }

    @Produces
    @Singleton
    Transactions transactions(JtaDemarcation demarcation) {
        return new JtaTransactions(factory, dataSource, registry, demarcation);
    }
}
