package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;

/**
 * Counts what has not expired, and drops the rest: to be counted again and again must not keep it alive.
 */
final class CountMessages extends LedgerWork<Integer> {

    private long oldest;

    /** To be read into. */
    CountMessages() {}

    CountMessages(long oldest) {
        this.oldest = oldest;
    }

    @Override
    Integer run(Ledger ledger, PartitionMessages messages) {
        ledger.trim(oldest).forEach(messages::remove);
        return ledger.order().size();
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeLong(oldest);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        oldest = in.readLong();
    }

    @Override
    public int getClassId() {
        return Wire.COUNT;
    }
}
