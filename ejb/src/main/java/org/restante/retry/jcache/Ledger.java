package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.restante.retry.AttemptCounts;
import org.restante.retry.SentOrder;

/**
 * What is known of one profile's messages besides themselves. Lives as an object in the partition, changed in place by its
 * thread alone; written out when the partition moves.
 */
final class Ledger implements IdentifiedDataSerializable {

    private final SentOrder order = new SentOrder();
    private final AttemptCounts attempts = new AttemptCounts();
    private int bound = Integer.MAX_VALUE;

    SentOrder order() {
        return order;
    }

    AttemptCounts attempts() {
        return attempts;
    }

    /** How many messages were to be kept at the last put. */
    int bound() {
        return bound;
    }

    void bound(int most) {
        this.bound = most;
    }

    boolean isEmpty() {
        return order.size() == 0 && attempts.size() == 0;
    }

    /** Takes in what a ledger of the same profile knows that was written in another part of a split cluster. */
    void merge(Ledger other) {
        order.merge(other.order);
        attempts.merge(other.attempts);
        bound = bound == Integer.MAX_VALUE ? other.bound : bound;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeInt(bound);
        List<SentOrder.Place> places = new ArrayList<>();
        order.forEach(places::add);
        out.writeInt(places.size());
        for (SentOrder.Place place : places) {
            out.writeLong(place.timestamp());
            out.writeString(place.id());
        }
        List<Map.Entry<AttemptCounts.Attempted, AttemptCounts.Count>> counts = new ArrayList<>();
        attempts.forEach((attempted, count) -> counts.add(Map.entry(attempted, count)));
        out.writeInt(counts.size());
        for (Map.Entry<AttemptCounts.Attempted, AttemptCounts.Count> each : counts) {
            out.writeString(each.getKey().message());
            out.writeString(each.getKey().requester());
            out.writeInt(each.getValue().used());
            out.writeLong(each.getValue().until());
        }
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        bound = in.readInt();
        for (int left = in.readInt(); left > 0; left--) {
            long timestamp = in.readLong();
            order.add(new SentOrder.Place(timestamp, Wire.text(in)));
        }
        for (int left = in.readInt(); left > 0; left--) {
            AttemptCounts.Attempted attempted = new AttemptCounts.Attempted(Wire.text(in), Wire.text(in));
            attempts.add(attempted, new AttemptCounts.Count(in.readInt(), in.readLong()));
        }
    }

    @Override
    public int getFactoryId() {
        return Wire.FACTORY;
    }

    @Override
    public int getClassId() {
        return Wire.LEDGER;
    }
}
