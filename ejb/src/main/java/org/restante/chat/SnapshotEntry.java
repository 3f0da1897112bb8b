package org.restante.chat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.restante.codec.Content;
import org.restante.entry.InvalidInputException;

/** Reads an entry of a snapshot, which has either metadata or the content of a message for a handler. */
record SnapshotEntry(ConversationKey lock, ChatCodec codec, SnapshotNode node) {

    /** That entry, under that number. */
    StoredPending pending(long number) {
        return new StoredPending(
                number,
                node.key(SnapshotFormat.OWNER),
                strategy(),
                node.has(SnapshotFormat.CONTENT) ? content() : metadata(),
                node.time(SnapshotFormat.ENQUEUED_AT),
                node.isNull(SnapshotFormat.EXPIRES_AT) ? StoredPending.NEVER : node.time(SnapshotFormat.EXPIRES_AT));
    }

    private LockStrategy strategy() {
        String strategy = node.text(SnapshotFormat.STRATEGY);
        return Arrays.stream(LockStrategy.values())
                .filter(known -> known.waits() && known.text().equals(strategy))
                .findFirst()
                .orElseThrow(() -> node.fault(SnapshotFormat.STRATEGY, "must be queue or debounce"));
    }

    private byte[] metadata() {
        Map<String, Object> metadata = node.map(SnapshotFormat.METADATA);
        return node.checked(SnapshotFormat.METADATA, () -> {
            Metadata.require(metadata);
            return encoded(metadata);
        });
    }

    private byte[] content() {
        SnapshotNode content = node.object(SnapshotFormat.CONTENT, SnapshotFormat.CONTENT_FIELDS);
        String mediaType = content.text(SnapshotFormat.MEDIA_TYPE);
        String base64 = content.text(SnapshotFormat.BYTES);
        byte[] bytes = content.checked(SnapshotFormat.BYTES, () -> bytes(base64));
        return encoded(content.checked(SnapshotFormat.MEDIA_TYPE, () -> new Content(mediaType, bytes)));
    }

    private static byte[] bytes(String base64) {
        if (base64.length() / 4 * 3L - 2 > SnapshotFormat.MAX_CONTENT) {
            throw tooLarge();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length > SnapshotFormat.MAX_CONTENT) {
                throw tooLarge();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            // not the cause: it may quote the text
            throw new InvalidInputException(SnapshotFormat.BYTES, "must be Base64");
        }
    }

    private static InvalidInputException tooLarge() {
        return new InvalidInputException(
                SnapshotFormat.BYTES, "must be at most " + SnapshotFormat.MAX_CONTENT + " bytes in Base64");
    }

    private byte[] encoded(Object value) {
        return codec.encode(ChatCodec.Place.of(lock), value);
    }
}
