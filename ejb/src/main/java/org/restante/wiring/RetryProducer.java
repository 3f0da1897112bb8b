package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.restante.cluster.ClusterMember;
import org.restante.codec.EntryCodec;
import org.restante.database.Database;
import org.restante.metering.Metering;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetrySource;
import org.restante.retry.SourceOnly;
import org.restante.retry.memory.MemoryRetryCacheAdapter;
import org.restante.settings.RetrySettings;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.time.ClusterClock;
import org.restante.transaction.Transactions;

/** The retry caches of a server, and the adapters for them that Restante brings, each made when it is first used. */
@ApplicationScoped
class RetryProducer {

    private static final String PREFIX = "retry-";
    private static final AdapterChoice.Own OWN = new AdapterChoice.Own(
            PREFIX, List.of(RetrySettings.JCACHE, RetrySettings.JPA, RetrySettings.MEMORY, RetrySettings.NONE));

    /** What the settings name. */
    static AdapterChoice<RetryCacheAdapter> choice(Settings settings) {
        return new AdapterChoice<>(
                RetryCacheAdapter.class, RetrySettings.ADAPTER, settings.retry().adapter(), OWN);
    }

    @Produces
    @Singleton
    RetryCaches.Conduct conduct(Settings settings, @Any Instance<RetrySource> sources, ClusterClock clock) {
        return RetryConduct.of(settings.retry(), sources.stream().toList(), clock);
    }

    @Produces
    @Singleton
    RetryCaches caches(
            Settings settings,
            @Any Instance<RetryCacheAdapter> adapters,
            EntryCodec codec,
            UnreadableEntries unreadable,
            RetryCaches.Conduct conduct) {
        return new RetryCaches(choice(settings).from(adapters), codec, unreadable, conduct);
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + RetrySettings.JCACHE)
    RetryCacheAdapter jcache(ClusterMember member) {
        return RetryAdapters.inGrid(member);
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + RetrySettings.JPA)
    RetryCacheAdapter jpa(Database database, Transactions transactions, Metering metering) {
        return RetryAdapters.inDatabase(new ReadyDatabase(database, transactions), transactions, metering);
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + RetrySettings.MEMORY)
    RetryCacheAdapter memory() {
        return new MemoryRetryCacheAdapter();
    }

    @Produces
    @ApplicationScoped
    @Named(PREFIX + RetrySettings.NONE)
    RetryCacheAdapter none() {
        return new SourceOnly();
    }
}
