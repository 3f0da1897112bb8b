package org.restante.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values that begin with a number and go on with random bytes. */
final class Counters {

    private Counters() {}

    /** That value with a number of zero. */
    static byte[] zero(byte[] value) {
        return with(value, 0);
    }

    /** The value after this one. */
    static byte[] next(byte @Nullable [] value) {
        byte[] there = required(value);
        return with(there, number(there) + 1);
    }

    /** That value, which is there. */
    static byte[] required(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalStateException("lost");
        }
        return value;
    }

    static long number(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }

    private static byte[] with(byte[] value, long number) {
        byte[] copy = Arrays.copyOf(value, value.length);
        ByteBuffer.wrap(copy).putLong(number);
        return copy;
    }
}
