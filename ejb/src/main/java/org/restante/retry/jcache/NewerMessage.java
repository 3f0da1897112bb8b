package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import com.hazelcast.spi.merge.SplitBrainMergeTypes.CacheMergeTypes;
import org.jspecify.annotations.Nullable;

/** After a split the message with the newer timestamp stays; of equal ones that of the larger part. */
public final class NewerMessage implements SplitBrainMergePolicy<byte[], CacheMergeTypes<MessageKey, byte[]>, Object> {

    @Override
    public Object merge(
            CacheMergeTypes<MessageKey, byte[]> merging, @Nullable CacheMergeTypes<MessageKey, byte[]> existing) {
        if (existing == null || timestamp(merging) > timestamp(existing)) {
            return merging.getRawValue();
        }
        return existing.getRawValue();
    }

    private static long timestamp(CacheMergeTypes<MessageKey, byte[]> entry) {
        return StoredBytes.read(entry.getDeserializedValue()).timestamp();
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
