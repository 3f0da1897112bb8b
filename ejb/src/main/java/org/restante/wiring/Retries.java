package org.restante.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.cluster.ClusterMember;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryLimits;
import org.restante.retry.RetrySource;
import org.restante.retry.jcache.JCacheRetryCacheAdapter;
import org.restante.retry.jpa.DatabaseRetryCacheAdapter;
import org.restante.settings.RetrySettings;
import org.restante.storage.ReadyDatabase;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;
import org.restante.transaction.Transactions;

/** From settings to how sent messages are kept. */
final class Retries {

    private static final Retry.Limits STATEMENTS = new Retry.Limits(10, Duration.ofMinutes(1));

    private Retries() {}

    static RetryCaches.Conduct conduct(RetrySettings settings, List<RetrySource> sources, InstantSource clock) {
        return new RetryCaches.Conduct(
                profile -> limits(settings, profile),
                new RetryCaches.Caps(settings.maxMessage(), settings.attempts()),
                sources,
                clock);
    }

    static RetryCacheAdapter inGrid(ClusterMember member) {
        JCacheRetryCacheAdapter adapter = new JCacheRetryCacheAdapter(member.caches());
        member.onMerged(adapter::afterSplit);
        return adapter;
    }

    static RetryCacheAdapter inDatabase(ReadyDatabase database, Transactions transactions) {
        Retry retry = new Retry(
                STATEMENTS,
                Ticker.system(),
                Pause.sleeping(),
                () -> ThreadLocalRandom.current().nextLong());
        return new DatabaseRetryCacheAdapter(database, transactions, retry);
    }

    private static RetryLimits limits(RetrySettings settings, ProfileId profile) {
        RetrySettings.Limits limits = settings.limits(profile);
        return new RetryLimits(limits.bound(), limits.timeToLive());
    }
}
