package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import java.io.IOException;
import org.restante.retry.AttemptCounts.Attempted;
import org.restante.retry.RetryCacheAdapter.Attempt;

/** Counts an attempt. */
final class CountAttempt extends LedgerWork<Integer> {

    private Attempted attempted = new Attempted("", "");
    private int limit;
    private long now;
    private long until;

    /** To be read into. */
    CountAttempt() {}

    CountAttempt(Attempt attempt) {
        this.attempted = new Attempted(attempt.message().id(), attempt.requester());
        this.limit = attempt.limit();
        this.now = attempt.now();
        this.until = attempt.until();
    }

    @Override
    Integer run(Ledger ledger, PartitionMessages messages) {
        return ledger.attempts().attempt(attempted, limit, now, until);
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(attempted.message());
        out.writeString(attempted.requester());
        out.writeInt(limit);
        out.writeLong(now);
        out.writeLong(until);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        attempted = new Attempted(Wire.text(in), Wire.text(in));
        limit = in.readInt();
        now = in.readLong();
        until = in.readLong();
    }

    @Override
    public int getClassId() {
        return Wire.ATTEMPT;
    }
}
