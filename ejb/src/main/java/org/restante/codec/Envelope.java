package org.restante.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * What an adapter keeps of a value: two byte strings that mean nothing to it. They are apart so that a large payload is
 * never copied to be put behind its header.
 *
 * @param header format version, checksum, media type and encryption key id; under 300 bytes
 * @param payload the value's bytes, encrypted or not
 */
public record Envelope(byte[] header, Bytes payload) {

    /** With a payload of one array, which is not copied. */
    public Envelope(byte[] header, byte[] payload) {
        this(header, Bytes.of(payload));
    }

    /** Both parts in one array, behind two bytes that tell the header's length. */
    public byte[] joined() {
        ByteBuffer joined = ByteBuffer.allocate(Short.BYTES + header.length + payload.length());
        joined.putShort((short) header.length).put(header);
        payload.buffers().forEach(joined::put);
        return joined.array();
    }

    /**
     * What {@link #joined} gave.
     *
     * @throws UnreadableValueException when the array is too short to be it
     */
    public static Envelope split(byte[] joined) {
        ByteBuffer parts = ByteBuffer.wrap(joined);
        try {
            byte[] header = new byte[Short.toUnsignedInt(parts.getShort())];
            parts.get(header);
            byte[] payload = new byte[parts.remaining()];
            parts.get(payload);
            return new Envelope(header, payload);
        } catch (BufferUnderflowException e) {
            throw new UnreadableValueException("the envelope is cut short", e);
        }
    }

    /** The same in arrays that nobody else has. */
    public Envelope copy() {
        return new Envelope(header.clone(), payload.copy());
    }

    /** Sizes only: the bytes may be a secret. */
    @Override
    public String toString() {
        return "Envelope(" + header.length + " + " + payload.length() + " bytes)";
    }
}
