package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;

/** Drops messages that came back from another part of a split cluster and that the merged ledger does not keep. */
final class AfterSplit extends LedgerWork<Boolean> {

    @Override
    Boolean run(Ledger ledger, PartitionMessages messages) {
        ledger.trim(Long.MIN_VALUE).forEach(messages::remove);
        ledger.removed().forEach(place -> {
            if (!ledger.order().contains(place.id())) {
                messages.remove(place.id());
            }
        });
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
        return Wire.AFTER_SPLIT;
    }
}
