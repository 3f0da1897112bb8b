package org.restante.codec;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of bytes in one array or in several segments, so that what came in parts need not be put together. The arrays
 * are not copied, so they are not to be changed afterwards. Equal to any other with the same bytes, however segmented.
 */
public final class Bytes {

    private final List<byte[]> segments;
    private final int length;

    private Bytes(List<byte[]> segments, int length) {
        this.segments = segments;
        this.length = length;
    }

    /** The bytes of that array. */
    public static Bytes of(byte[] segment) {
        return new Bytes(List.of(segment), segment.length);
    }

    /**
     * The bytes of these arrays, one after the other.
     *
     * @throws ArithmeticException when they are more than an array can hold
     */
    public static Bytes of(byte[]... segments) {
        List<byte[]> filled =
                Arrays.stream(segments).filter(segment -> segment.length > 0).toList();
        int length = filled.stream().mapToInt(segment -> segment.length).reduce(0, Math::addExact);
        return new Bytes(filled.isEmpty() ? List.of(new byte[0]) : filled, length);
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** All bytes in one array: where there is only one, that one itself, else a new one. */
    public byte[] toArray() {
        if (isOneArray()) {
            return segments.get(0);
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        segments.forEach(all::put);
        return all.array();
    }

    /** The same bytes in arrays that nobody else has. */
    public Bytes copy() {
        return isOneArray()
                ? of(segments.get(0).clone())
                : new Bytes(segments.stream().map(byte[]::clone).toList(), length);
    }

    /** Read-only views of the segments in their order; at least one. */
    public List<ByteBuffer> buffers() {
        return segments.stream()
                .map(segment -> ByteBuffer.wrap(segment).asReadOnlyBuffer())
                .toList();
    }

    /** Reads the bytes from the first to the last. */
    public InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(
                segments.stream().map(ByteArrayInputStream::new).toList()));
    }

    /** Adds all bytes to a checksum. */
    public void update(Checksum checksum) {
        segments.forEach(checksum::update);
    }

    private boolean isOneArray() {
        return segments.size() == 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && length == that.length && Arrays.equals(toArray(), that.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    /** Sizes only: the bytes may be a secret. */
    @Override
    public String toString() {
        return length + " bytes" + (isOneArray() ? "" : " in " + segments.size() + " segments");
    }
}
