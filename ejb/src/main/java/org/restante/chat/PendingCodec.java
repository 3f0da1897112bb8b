package org.restante.chat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.InvalidInputException;

/** The entries of one conversation, from what adapters keep and to it. */
record PendingCodec(ChatCodec codec, ConversationKey key) {

    private static final byte[] NOTHING = {};

    /**
     * What is kept of a message that waits.
     *
     * @throws InvalidInputException naming {@code metadata} when it has too many bytes or cannot be encoded
     */
    byte[] encode(LockRequest request) {
        Metadata.require(request.metadata());
        return request.strategy().waits() ? codec.encode(ChatCodec.Place.of(key), request.metadata()) : NOTHING;
    }

    /**
     * The entry, which is out of the store by now: what cannot be read as metadata is given out all the same, a message of a
     * handler as {@code message}, and what is damaged or encrypted with an unknown key as {@code unreadable}, the reason, and
     * {@code bytes}, in base64.
     */
    Pending decode(StoredPending entry) {
        return new Pending(entry.owner(), entry.strategy(), metadata(entry), entry.enqueuedAt());
    }

    private Map<String, Object> metadata(StoredPending entry) {
        try {
            return codec.decodeMap(ChatCodec.Place.of(key), entry.content());
        } catch (UnreadableValueException e) {
            return message(entry);
        }
    }

    private Map<String, Object> message(StoredPending entry) {
        try {
            return Map.of("message", codec.decode(ChatCodec.Place.of(key), Object.class, entry.content()));
        } catch (UnreadableValueException e) {
            String bytes = Base64.getEncoder().encodeToString(entry.content());
            return Map.of("unreadable", String.valueOf(e.getMessage()), "bytes", bytes);
        }
    }

    List<Pending> decode(List<StoredPending> entries) {
        return entries.stream().map(this::decode).toList();
    }
}
