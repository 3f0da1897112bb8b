package org.restante.codec;

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
