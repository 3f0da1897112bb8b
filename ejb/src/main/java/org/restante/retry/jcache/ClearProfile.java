package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import org.restante.retry.Retention;

/** Forgets all messages and attempts of a profile. */
final class ClearProfile extends LedgerWork<Boolean> {

    private static final Retention NOTHING = new Retention(0, 0);

    @Override
    Boolean run(Ledger ledger, PartitionMessages messages) {
        ledger.order().trim(NOTHING).forEach(messages::remove);
        ledger.removed().trim(NOTHING);
        ledger.attempts().drop(Long.MAX_VALUE);
        return true;
    }

    @Override
    public void writeData(ObjectDataOutput out) {
        // the profile is the key
    }

    @Override
    public void readData(ObjectDataInput in) {
        // the profile is the key
    }

    @Override
    public int getClassId() {
        return Wire.CLEAR;
    }
}
