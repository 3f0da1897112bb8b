package org.restante.retry.jcache;

import java.nio.ByteBuffer;
import org.restante.retry.StoredMessage;

/** A message as one value of the cache: its timestamp, 8 bytes, and then its bytes. */
final class StoredBytes {

    /** What somebody else has put, as a message that nobody can read; it never expires, so that it is told of. */
    static final StoredMessage FOREIGN = new StoredMessage(Long.MAX_VALUE, new byte[0]);

    private StoredBytes() {}

    static byte[] of(StoredMessage message) {
        return ByteBuffer.allocate(Long.BYTES + message.bytes().length)
                .putLong(message.timestamp())
                .put(message.bytes())
                .array();
    }

    /** What a value of the cache holds: {@link #FOREIGN} for what cannot be ours. */
    static StoredMessage read(Object value) {
        if (!(value instanceof byte[] ours) || ours.length < Long.BYTES) {
            return FOREIGN;
        }
        ByteBuffer parts = ByteBuffer.wrap(ours);
        long timestamp = parts.getLong();
        byte[] bytes = new byte[parts.remaining()];
        parts.get(bytes);
        return new StoredMessage(timestamp, bytes);
    }
}
