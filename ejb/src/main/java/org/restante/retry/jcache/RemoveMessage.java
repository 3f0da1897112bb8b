package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;

/** Forgets a message. */
final class RemoveMessage extends LedgerWork<Boolean> {

    private String id = "";

    /** To be read into. */
    RemoveMessage() {}

    RemoveMessage(String id) {
        this.id = id;
    }

    @Override
    Boolean run(Ledger ledger, PartitionMessages messages) {
        ledger.remove(id);
        messages.remove(id);
        return true;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(id);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        id = Wire.text(in);
    }

    @Override
    public int getClassId() {
        return Wire.REMOVE;
    }
}
