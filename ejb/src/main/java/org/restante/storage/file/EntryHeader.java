package org.restante.storage.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.time.Micros;

/**
 * The beginning of an entry's file, big-endian: {@code RSTF}, format version (1 byte), profile, namespace and key (each with
 * its length in 2 bytes, UTF-8), entry version (8), time in microseconds (8), length of the envelope's header (2) and a
 * CRC-32C of all of it. The envelope's header and its payload, which have a checksum of their own, make up the rest.
 */
record EntryHeader(EntryKey key, long version, Instant updatedAt, int envelopeHeaderLength) {

    /** No header is longer. */
    static final int MAX_LENGTH = 4096;

    private static final int MAGIC = 0x52535446;
    private static final byte FORMAT = 1;

    byte[] write() {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_LENGTH).putInt(MAGIC).put(FORMAT);
        putText(buffer, key.profile().value());
        putText(buffer, key.namespace());
        putText(buffer, key.key());
        buffer.putLong(version).putLong(Micros.of(updatedAt)).putShort((short) envelopeHeaderLength);
        buffer.putInt(checksum(buffer));
        byte[] header = new byte[buffer.flip().remaining()];
        buffer.get(header);
        return header;
    }

    /**
     * The header in front of a file's bytes, which are read up to its end.
     *
     * @return null when it is damaged or of a later format
     */
    static @Nullable EntryHeader read(ByteBuffer file) {
        EntryKey key = readKey(file);
        if (key == null || file.remaining() < 2 * Long.BYTES + Short.BYTES + Integer.BYTES) {
            return null;
        }
        long version = file.getLong();
        Instant updatedAt = Micros.toInstant(file.getLong());
        int envelopeHeaderLength = Short.toUnsignedInt(file.getShort());
        int checksum = checksum(file);
        return file.getInt() == checksum ? new EntryHeader(key, version, updatedAt, envelopeHeaderLength) : null;
    }

    /**
     * The key in a header of which other parts may be damaged: to be believed when the file's name fits it.
     *
     * @return null when there is none
     */
    static @Nullable EntryKey readKey(ByteBuffer file) {
        try {
            if (file.getInt() != MAGIC || file.get() != FORMAT) {
                return null;
            }
            return new EntryKey(new ProfileId(getText(file)), getText(file), getText(file));
        } catch (BufferUnderflowException | InvalidInputException e) {
            return null;
        }
    }

    private static void putText(ByteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.putShort((short) bytes.length).put(bytes);
    }

    private static String getText(ByteBuffer buffer) {
        byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Of everything before the position. */
    private static int checksum(ByteBuffer buffer) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().flip());
        return (int) crc.getValue();
    }
}
