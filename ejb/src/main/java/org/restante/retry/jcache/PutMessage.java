package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.restante.retry.Retention;

/** Keeps a message and evicts what the retention does not keep, in one step. */
final class PutMessage extends LedgerWork<Boolean> {

    private String id = "";
    private long timestamp;
    private byte[] value = {};
    private Retention retention = new Retention(0, 0);

    /** To be read into. */
    PutMessage() {}

    PutMessage(String id, long timestamp, byte[] value, Retention retention) {
        this.id = id;
        this.timestamp = timestamp;
        this.value = value;
        this.retention = retention;
    }

    /** Whether it was kept. */
    @Override
    Boolean run(Ledger ledger, PartitionMessages messages) {
        List<String> gone = ledger.put(id, timestamp, retention);
        boolean kept = !gone.contains(id);
        if (kept) {
            long remaining = timestamp - retention.oldest();
            messages.put(id, value, remaining + RetryCachesConfig.MARGIN.toMillis());
        }
        gone.forEach(messages::remove);
        return kept;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(id);
        out.writeLong(timestamp);
        out.writeByteArray(value);
        out.writeInt(retention.bound());
        out.writeLong(retention.oldest());
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        id = Wire.text(in);
        timestamp = in.readLong();
        value = Objects.requireNonNull(in.readByteArray());
        retention = new Retention(in.readInt(), in.readLong());
    }

    @Override
    public int getClassId() {
        return Wire.PUT;
    }
}
