package org.restante.chat;

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

    /** @throws UnreadableValueException when what is kept is damaged or encrypted with an unknown key */
    Pending decode(StoredPending entry) {
        Map<String, Object> metadata = codec.decodeMap(ChatCodec.Place.of(key), entry.content());
        return new Pending(entry.owner(), entry.strategy(), metadata, entry.enqueuedAt());
    }

    List<Pending> decode(List<StoredPending> entries) {
        return entries.stream().map(this::decode).toList();
    }
}
