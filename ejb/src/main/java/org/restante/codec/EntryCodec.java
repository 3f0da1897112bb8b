package org.restante.codec;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/** From a value to the envelope that an adapter keeps, and back. Thread-safe. */
public final class EntryCodec {

    private final ValueCodec values = new ValueCodec();
    private final PayloadCipher cipher;

    public EntryCodec(PayloadCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * The envelope to store for a value.
     *
     * @throws InvalidInputException naming {@code value} when it cannot be encoded
     */
    public Envelope encode(EntryKey key, Object value) {
        Content content = values.encode(value);
        OptionalInt keyId = cipher.primaryKeyId();
        Bytes payload = keyId.isEmpty()
                ? content.payload()
                : Bytes.of(cipher.encrypt(content.bytes(), context(key, content.mediaType())));
        return new Envelope(new EnvelopeHeader(content.mediaType(), keyId).write(payload), payload);
    }

    /**
     * The value in an envelope.
     *
     * @throws UnreadableValueException when there is none of the namespace's type; the message is the reason
     */
    public <V> V decode(EntryKey key, Namespace<V> namespace, Envelope envelope) {
        EnvelopeHeader header = EnvelopeHeader.read(envelope);
        Bytes payload = header.keyId().isEmpty()
                ? envelope.payload()
                : Bytes.of(cipher.decrypt(
                        envelope.payload().toArray(),
                        context(key, header.mediaType()),
                        header.keyId().getAsInt()));
        return values.decode(new Content(header.mediaType(), payload), namespace.valueType());
    }

    /** Binds a ciphertext to its place: moved to another row it does not decrypt. */
    private static byte[] context(EntryKey key, String mediaType) {
        return String.join("\0", key.profile().value(), key.namespace(), key.key(), mediaType)
                .getBytes(StandardCharsets.UTF_8);
    }
}
