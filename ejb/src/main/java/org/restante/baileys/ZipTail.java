package org.restante.baileys;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Counts what a zip has and keeps its end, where the number of its files stands: who reads a zip as a stream does not come
 * there, and would take a zip that is cut between two files for a whole one. A failure of the stream itself is unchecked
 * here, so that it is not mistaken for a fault of the zip.
 */
final class ZipTail extends FilterInputStream {

    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LONGEST = END_RECORD + 0xffff;

    private final byte[] tail = new byte[2 * LONGEST];
    private int tailLength;
    private long count;

    ZipTail(InputStream zip) {
        super(zip);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            int n = in.read(buffer, offset, Math.min(length, LONGEST));
            if (n > 0) {
                keep(buffer, offset, n);
            }
            return n;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long skip(long length) {
        byte[] skipped = new byte[(int) Math.min(length, LONGEST)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    /** Does nothing: whoever gave the stream closes it. */
    @Override
    public void close() {}

    /**
     * Reads on to the end.
     *
     * @return how many files the zip says that it has, modulo 65536; empty when it does not end as a zip does
     */
    OptionalInt files() {
        byte[] rest = new byte[8192];
        while (read(rest, 0, rest.length) >= 0) {
            // the rest is kept, as far as it is wanted
        }
        ByteBuffer end = ByteBuffer.wrap(tail, 0, tailLength).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tailLength - END_RECORD; at >= 0; at--) {
            boolean toTheEnd = at + END_RECORD + Short.toUnsignedInt(end.getShort(at + 20)) == tailLength;
            if (toTheEnd && end.getInt(at) == END_SIGNATURE) {
                return OptionalInt.of(Short.toUnsignedInt(end.getShort(at + 10)));
            }
        }
        return OptionalInt.empty();
    }

    private void keep(byte[] buffer, int offset, int length) {
        count += length;
        if (tailLength + length > tail.length) {
            System.arraycopy(tail, tailLength - LONGEST, tail, 0, LONGEST);
            tailLength = LONGEST;
        }
        System.arraycopy(buffer, offset, tail, tailLength, length);
        tailLength += length;
    }
}
