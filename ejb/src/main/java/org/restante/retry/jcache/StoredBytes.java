package org.restante.retry.jcache;

import java.nio.ByteBuffer;
import org.restante.retry.StoredMessage;

/** A message as one value of the cache: its timestamp, 8 bytes, and then its bytes. */
final class StoredBytes {

    private StoredBytes() {}

    static byte[] of(StoredMessage message) {
        return ByteBuffer.allocate(Long.BYTES + message.bytes().length)
                .putLong(message.timestamp())
                .put(message.bytes())
                .array();
    }

    /** What a value holds; one that is too short to be ours holds a message that nobody can read. */
    static StoredMessage read(byte[] value) {
        if (value.length < Long.BYTES) {
            return new StoredMessage(Long.MAX_VALUE, value);
        }
        ByteBuffer parts = ByteBuffer.wrap(value);
        long timestamp = parts.getLong();
        byte[] bytes = new byte[parts.remaining()];
        parts.get(bytes);
        return new StoredMessage(timestamp, bytes);
    }
}
