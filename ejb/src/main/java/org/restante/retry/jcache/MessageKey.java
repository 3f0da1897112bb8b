package org.restante.retry.jcache;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.partition.PartitionAware;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a message, in the partition of its profile's ledger. */
final class MessageKey implements IdentifiedDataSerializable, PartitionAware<String> {

    private String profile;
    private String id;

    /** To be read into. */
    MessageKey() {
        this("", "");
    }

    MessageKey(String profile, String id) {
        this.profile = profile;
        this.id = id;
    }

    @Override
    public String getPartitionKey() {
        return profile;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(profile);
        out.writeString(id);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        profile = Wire.text(in);
        id = Wire.text(in);
    }

    @Override
    public int getFactoryId() {
        return Wire.FACTORY;
    }

    @Override
    public int getClassId() {
        return Wire.MESSAGE_KEY;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageKey that && profile.equals(that.profile) && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(profile, id);
    }
}
