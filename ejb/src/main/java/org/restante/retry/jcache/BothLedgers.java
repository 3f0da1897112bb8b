package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import com.hazelcast.spi.merge.SplitBrainMergeTypes.CacheMergeTypes;
import org.jspecify.annotations.Nullable;

/** After a split a profile's ledger knows what both parts knew. What is too much of it is evicted when all has been merged. */
public final class BothLedgers implements SplitBrainMergePolicy<Ledger, CacheMergeTypes<String, Ledger>, Object> {

    @Override
    public Object merge(CacheMergeTypes<String, Ledger> merging, @Nullable CacheMergeTypes<String, Ledger> existing) {
        Ledger both = new Ledger();
        if (existing != null) {
            both.merge(existing.getDeserializedValue());
        }
        both.merge(merging.getDeserializedValue());
        return both;
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // it has no state
    }

    @Override
    public void readData(ObjectDataInput in) {
        // it has no state
    }
}
