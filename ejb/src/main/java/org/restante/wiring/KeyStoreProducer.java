package org.restante.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.database.Database;
import org.restante.keystore.ExpiryTimer;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.KeyStores;
import org.restante.keystore.jpa.DatabaseLocks;
import org.restante.keystore.memory.ProcessLocks;
import org.restante.metering.Metering;
import org.restante.settings.Settings;
import org.restante.storage.EntryValues;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.StorageAdapter;
import org.restante.transaction.Transactions;

/** The key stores of a server, with locks where the entries are. */
@ApplicationScoped
class KeyStoreProducer {

    @Resource
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    KeyStores keyStores(
            Settings settings,
            @Any Instance<StorageAdapter> adapters,
            EntryValues values,
            KeyStores.Conduct conduct,
            KeyLocks locks) {
        StorageAdapter adapter = AdapterProducer.chosen(settings, adapters);
        return new KeyStores(adapter, values, locks, conduct);
    }

    @Produces
    @Singleton
    KeyStores.Conduct conduct(Settings settings, ExpiryTimer timer, Metering metering) {
        return KeyStoreConduct.of(settings.keyStore(), timer, metering);
    }

    @Produces
    @Singleton
    KeyLocks locks(Settings settings, Database database, Transactions transactions, Metering metering) {
        return metering.of(
                settings.storage().inDatabase()
                        ? new DatabaseLocks(new ReadyDatabase(database, transactions), transactions)
                        : new ProcessLocks(database.clock()));
    }

    @Produces
    @Singleton
    ExpiryTimer timer() {
        return new ExpiryTimer(threads);
    }

    void close(@Disposes ExpiryTimer timer) {
        timer.close();
    }
}
