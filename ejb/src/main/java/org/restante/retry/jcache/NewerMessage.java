package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.HazelcastSerializationException;
import com.hazelcast.spi.merge.SplitBrainMergePolicy;
import com.hazelcast.spi.merge.SplitBrainMergeTypes.CacheMergeTypes;
import org.jspecify.annotations.Nullable;

/** After a split the message with the newer timestamp stays; of equal ones that of the larger part. */
public final class NewerMessage implements SplitBrainMergePolicy<Object, CacheMergeTypes<MessageKey, Object>, Object> {

    @Override
    public Object merge(
            CacheMergeTypes<MessageKey, Object> merging, @Nullable CacheMergeTypes<MessageKey, Object> existing) {
        if (existing == null || timestamp(merging) > timestamp(existing)) {
            return merging.getRawValue();
        }
        return existing.getRawValue();
    }

    private static long timestamp(CacheMergeTypes<MessageKey, Object> entry) {
        try {
            return entry.getDeserializedValue() instanceof byte[] value && value.length >= Long.BYTES
                    ? StoredBytes.read(value).timestamp()
                    : Long.MIN_VALUE;
        } catch (HazelcastSerializationException e) {
            return Long.MIN_VALUE; // somebody else's, and read by nobody
        }
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
