package org.restante.retry.jcache;

import com.hazelcast.cache.BackupAwareEntryProcessor;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.util.Objects;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;

/**
 * One step at a profile's ledger and its messages, where they are: on the thread of their partition, which does nothing else
 * meanwhile, and then in the same way at the backup.
 */
abstract class LedgerWork<T>
        implements BackupAwareEntryProcessor<String, Ledger, T>, HazelcastInstanceAware, IdentifiedDataSerializable {

    private transient @Nullable HazelcastInstance hazelcast;

    @Override
    public final void setHazelcastInstance(HazelcastInstance instance) {
        this.hazelcast = instance;
    }

    @Override
    public final T process(MutableEntry<String, Ledger> entry, Object... arguments) {
        boolean known = entry.exists();
        Ledger ledger = known ? entry.getValue() : new Ledger();
        T result = run(ledger, new PartitionMessages(Objects.requireNonNull(hazelcast), entry.getKey()));
        if (!known && !ledger.isEmpty()) {
            entry.setValue(ledger);
        } else if (known && ledger.isEmpty()) {
            entry.remove();
        }
        // one that was there is changed in place: to set it would write it out as a whole, each time
        return result;
    }

    /** The step itself. */
    abstract T run(Ledger ledger, PartitionMessages messages);

    @Override
    public final EntryProcessor<String, Ledger, T> createBackupEntryProcessor() {
        return this;
    }

    @Override
    public final int getFactoryId() {
        return Wire.FACTORY;
    }
}
