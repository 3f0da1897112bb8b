package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.restante.retry.AttemptCounts;
import org.restante.retry.Retention;
import org.restante.retry.SentOrder;

/**
 * What is known of one profile's messages besides themselves. Lives as an object in the partition, changed in place by its
 * thread alone; written out when the partition moves.
 */
final class Ledger implements IdentifiedDataSerializable {

    private final SentOrder order = new SentOrder();
    private final SentOrder removed = new SentOrder();
    private final AttemptCounts attempts = new AttemptCounts();
    private int bound = Integer.MAX_VALUE;

    SentOrder order() {
        return order;
    }

    /** Where those stood that were taken out, so that another part of a split cluster does not bring them back. */
    SentOrder removed() {
        return removed;
    }

    AttemptCounts attempts() {
        return attempts;
    }

    boolean isEmpty() {
        return order.size() == 0 && removed.size() == 0 && attempts.size() == 0;
    }

    /** Puts a message where it belongs, and gives the ids of those that go for it; its own among them when it is not kept. */
    List<String> put(String id, long timestamp, Retention retention) {
        bound = retention.bound();
        removed.remove(id);
        removed.trim(retention);
        return order.put(id, timestamp, retention);
    }

    /** Takes a message out, if it is in. */
    void remove(String id) {
        SentOrder.Place place = order.remove(id);
        if (place != null) {
            removed.put(id, place.timestamp(), new Retention(bound, Long.MIN_VALUE));
        }
    }

    /** Takes out what has expired or is over the bound of the last put, and gives the ids. */
    List<String> trim(long oldest) {
        Retention retention = new Retention(bound, oldest);
        removed.trim(retention);
        return order.trim(retention);
    }

    /** Takes in what a ledger of the same profile knows that was written in another part of a split cluster. */
    void merge(Ledger other) {
        order.merge(other.order);
        removed.merge(other.removed);
        removed.forEach(place -> order.removeUpTo(place));
        attempts.merge(other.attempts);
        bound = bound == Integer.MAX_VALUE ? other.bound : bound;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeInt(bound);
        write(out, order);
        write(out, removed);
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
        read(in, order);
        read(in, removed);
        for (int left = in.readInt(); left > 0; left--) {
            AttemptCounts.Attempted attempted = new AttemptCounts.Attempted(Wire.text(in), Wire.text(in));
            attempts.add(attempted, new AttemptCounts.Count(in.readInt(), in.readLong()));
        }
    }

    private static void write(ObjectDataOutput out, SentOrder order) throws IOException {
        List<SentOrder.Place> places = new ArrayList<>();
        order.forEach(places::add);
        out.writeInt(places.size());
        for (SentOrder.Place place : places) {
            out.writeLong(place.timestamp());
            out.writeString(place.id());
        }
    }

    private static void read(ObjectDataInput in, SentOrder order) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            long timestamp = in.readLong();
            order.add(new SentOrder.Place(timestamp, Wire.text(in)));
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
