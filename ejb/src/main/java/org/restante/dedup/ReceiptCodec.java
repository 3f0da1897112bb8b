package org.restante.dedup;

import org.restante.codec.Content;
import org.restante.codec.EntryCodec;
import org.restante.codec.Envelope;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;

/** From receipts to what adapters keep, and back. Thread-safe. */
final class ReceiptCodec {

    /** Binds ciphertexts to this cache and to their key. */
    private static final ProfileId PLACE = new ProfileId("dedup-cache");

    private final EntryCodec codec;

    ReceiptCodec(EntryCodec codec) {
        this.codec = codec;
    }

    byte[] encode(DedupKey key, Receipt receipt) {
        return codec.encode(place(key), new Content(Content.OCTET_STREAM, receipt.bytes()))
                .joined();
    }

    /** @throws UnreadableValueException where the bytes are damaged, of a newer version or encrypted with an unknown key */
    Receipt decode(DedupKey key, byte[] stored) {
        Content content =
                codec.decode(place(key), Namespace.of(key.namespace(), Content.class), Envelope.split(stored));
        return Receipt.of(content.bytes());
    }

    private static EntryKey place(DedupKey key) {
        return new EntryKey(PLACE, key.namespace(), key.key());
    }
}
