package org.restante.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.restante.codec.EntryCodec;
import org.restante.database.Database;
import org.restante.dedup.ClaimDesk;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.lease.LeaseKeeper;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.settings.DedupSettings;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.time.ClusterClock;
import org.restante.transaction.Pause;
import org.restante.transaction.Transactions;

/** The dedup caches of a server, and the adapters for them that Restante brings, each made when it is first used. */
@ApplicationScoped
class DedupProducer {

    private static final String PREFIX = "dedup-";
    private static final AdapterChoice.Own OWN =
            new AdapterChoice.Own(PREFIX, List.of(DedupSettings.JPA, DedupSettings.MEMORY));

    @Resource
    ManagedThreadFactory threads;

    /** What the settings name. */
    static AdapterChoice<DedupAdapter> choice(Settings settings) {
        return new AdapterChoice<>(DedupAdapter.class, DedupSettings.ADAPTER, settings.dedupAdapter(), OWN);
    }

    @Produces
    @Singleton
    LeaseKeeper leases() {
        return LeaseKeeper.on(threads);
    }

    void close(@Disposes LeaseKeeper leases) {
        leases.close();
    }

    @Produces
    @Singleton
    PatientClaims patientClaims() {
        return PatientClaims.system();
    }

    @Produces
    @Singleton
    DedupCaches caches(Settings settings, @Any Instance<DedupAdapter> adapters, EntryCodec codec, ClusterClock clock) {
        return new DedupCaches(choice(settings).from(adapters), codec, DedupConduct.of(settings.dedup(), clock));
    }

    @Produces
    @Singleton
    ClaimDesk desk(DedupCaches caches, Settings settings) {
        return caches.desk(settings.dedup().retentions());
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + DedupSettings.JPA)
    DedupAdapter jpa(Database database, Transactions transactions, Metering metering) {
        return new DatabaseDedupAdapter(DatabaseStatements.of(
                new ReadyDatabase(database, transactions),
                transactions,
                metering.of(Capability.DEDUP, Pause.sleeping())));
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + DedupSettings.MEMORY)
    DedupAdapter memory(Transactions transactions) {
        return new MemoryDedupAdapter(transactions);
    }
}
