package org.restante.wiring;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.cluster.ClusterMember;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.jcache.JCacheRetryCacheAdapter;
import org.restante.retry.jpa.DatabaseRetryCacheAdapter;
import org.restante.storage.ReadyDatabase;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;
import org.restante.transaction.Transactions;

/** Adapters for sent messages that take more than a constructor, the same in a container and without one. */
final class RetryAdapters {

    private static final Retry.Limits STATEMENTS = new Retry.Limits(10, Duration.ofMinutes(1));

    private RetryAdapters() {}

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
}
