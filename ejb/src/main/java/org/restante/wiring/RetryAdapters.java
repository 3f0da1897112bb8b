package org.restante.wiring;

import org.restante.cluster.ClusterMember;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.jcache.JCacheRetryCacheAdapter;
import org.restante.retry.jpa.DatabaseRetryCacheAdapter;
import org.restante.storage.ReadyDatabase;
import org.restante.transaction.Pause;
import org.restante.transaction.Transactions;

/** Adapters for sent messages that take more than a constructor, the same in a container and without one. */
final class RetryAdapters {

    private RetryAdapters() {}

    static RetryCacheAdapter inGrid(ClusterMember member) {
        JCacheRetryCacheAdapter adapter = new JCacheRetryCacheAdapter(member.caches());
        member.onMerged(adapter::afterSplit);
        return adapter;
    }

    static RetryCacheAdapter inDatabase(ReadyDatabase database, Transactions transactions, Metering metering) {
        return new DatabaseRetryCacheAdapter(
                DatabaseStatements.of(database, transactions, metering.of(Capability.RETRY, Pause.sleeping())));
    }
}
