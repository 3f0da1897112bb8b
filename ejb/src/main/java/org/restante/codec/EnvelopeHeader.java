package org.restante.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.zip.CRC32C;

/**
 * The first part of an {@link Envelope}, big-endian: {@code 'R'}, format version, flags (bit 0: encrypted), key id (4 bytes,
 * when encrypted), length of the media type (1 byte), media type (ASCII), and a CRC-32C of all of it and the payload.
 */
record EnvelopeHeader(String mediaType, OptionalInt keyId) {

    static final byte VERSION = 1;
    static final byte MAGIC = 'R';
    static final byte ENCRYPTED = 1;
    private static final int CHECKSUM_LENGTH = Integer.BYTES;

    byte[] write(Bytes payload) {
        byte[] type = mediaType.getBytes(StandardCharsets.US_ASCII);
        int length = 4 + (keyId.isPresent() ? Integer.BYTES : 0) + type.length + CHECKSUM_LENGTH;
        ByteBuffer header = ByteBuffer.allocate(length).put(MAGIC).put(VERSION);
        header.put(keyId.isPresent() ? ENCRYPTED : 0);
        keyId.ifPresent(header::putInt);
        header.put((byte) type.length).put(type);
        header.putInt(checksum(header.array(), payload));
        return header.array();
    }

    /** @throws UnreadableValueException when the header or the payload is damaged, or of a later version */
    static EnvelopeHeader read(Envelope envelope) {
        ByteBuffer header = ByteBuffer.wrap(envelope.header());
        try {
            if (header.get() != MAGIC) {
                throw new UnreadableValueException("the envelope is not one of Restante's");
            }
            byte version = header.get();
            if (version != VERSION) {
                throw new UnreadableValueException("the envelope has the format version " + Byte.toUnsignedInt(version)
                        + ", this code reads up to " + VERSION);
            }
            OptionalInt keyId = (header.get() & ENCRYPTED) == 0 ? OptionalInt.empty() : OptionalInt.of(header.getInt());
            byte[] type = new byte[Byte.toUnsignedInt(header.get())];
            header.get(type);
            if (header.getInt() != checksum(envelope.header(), envelope.payload())) {
                throw new UnreadableValueException("the checksum does not match: the stored bytes are damaged");
            }
            return new EnvelopeHeader(mediaType(type), keyId);
        } catch (BufferUnderflowException e) {
            throw new UnreadableValueException("the envelope is cut short", e);
        }
    }

    private static String mediaType(byte[] type) {
        String mediaType = new String(type, StandardCharsets.US_ASCII);
        if (!Content.isMediaType(mediaType)) {
            throw new UnreadableValueException("the envelope holds no media type");
        }
        return mediaType;
    }

    private static int checksum(byte[] header, Bytes payload) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, header.length - CHECKSUM_LENGTH);
        payload.update(crc);
        return (int) crc.getValue();
    }
}
