package org.restante.retry;

import java.util.Optional;
import java.util.function.Consumer;
import org.restante.codec.EntryCodec;
import org.restante.codec.Envelope;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespace;
import org.restante.storage.UnreadableEntry;

/** From messages to what adapters keep, and back; bytes that are no message are told of here. Thread-safe. */
final class RetryCodec {

    /** Binds ciphertexts to this cache, so that none is taken for an entry of {@code Storage}. */
    private static final Namespace<RetryEntry> SENT = Namespace.of("retry-cache", RetryEntry.class);

    private final EntryCodec codec;
    private final Consumer<UnreadableEntry> onUnreadable;

    RetryCodec(EntryCodec codec, Consumer<UnreadableEntry> onUnreadable) {
        this.codec = codec;
        this.onUnreadable = onUnreadable;
    }

    StoredMessage encode(RetryKey key, RetryEntry entry) {
        return new StoredMessage(
                entry.timestamp(), codec.encode(place(key), entry).joined());
    }

    /** The message, or nothing where the bytes are damaged, of a newer version or encrypted with an unknown key. */
    Optional<RetryEntry> decode(RetryKey key, StoredMessage stored) {
        EntryKey place = place(key);
        try {
            return Optional.of(codec.decode(place, SENT, Envelope.split(stored.bytes())));
        } catch (UnreadableValueException e) {
            onUnreadable.accept(new UnreadableEntry(place, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static EntryKey place(RetryKey key) {
        return SENT.key(key.profile(), key.id());
    }
}
