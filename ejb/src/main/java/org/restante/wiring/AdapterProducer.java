package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import java.util.List;
import org.restante.database.Database;
import org.restante.settings.Settings;
import org.restante.settings.StorageSettings;
import org.restante.storage.StorageAdapter;
import org.restante.storage.file.FileStorageAdapter;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.time.ClusterClock;
import org.restante.transaction.Transactions;

/** The adapters that Restante brings, each a bean by its name, made when it is first used. */
@ApplicationScoped
class AdapterProducer {

    private static final AdapterChoice.Own OWN =
            new AdapterChoice.Own("", List.of(StorageSettings.JPA, StorageSettings.FILE, StorageSettings.MEMORY));

    /** What the settings name. */
    static AdapterChoice<StorageAdapter> choice(Settings settings) {
        return new AdapterChoice<>(
                StorageAdapter.class,
                StorageSettings.ADAPTER,
                settings.storage().adapter(),
                OWN);
    }

    /** The adapter that the settings name. */
    static StorageAdapter chosen(Settings settings, Instance<StorageAdapter> adapters) {
        return choice(settings).from(adapters);
    }

    @Produces
    @ApplicationScoped
    @Named(StorageSettings.JPA)
    StorageAdapter jpa(Database database, Transactions transactions, Settings settings) {
        return new JpaStorageAdapter(database, transactions, settings.database().statementTimeout());
    }

    @Produces
    @ApplicationScoped
    @Named(StorageSettings.MEMORY)
    StorageAdapter memory(ClusterClock clock) {
        return new MemoryStorageAdapter(clock);
    }

    @Produces
    @ApplicationScoped
    @Named(StorageSettings.FILE)
    StorageAdapter file(Settings settings, ClusterClock clock) {
        return FileStorageAdapter.open(settings.storage().requiredDirectory(), clock);
    }

    void close(@Disposes @Named(StorageSettings.FILE) StorageAdapter adapter) {
        adapter.close();
    }
}
