package org.restante.chat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/** Reads a lock of a snapshot and what waits for it. */
record SnapshotLock(ProfileId profile, ChatCodec codec, SnapshotNode node) {

    private static final List<String> HELD =
            List.of(SnapshotFormat.OWNER, SnapshotFormat.SINCE, SnapshotFormat.LEASE_UNTIL, SnapshotFormat.LEASE);

    /** The key, which is one that a lock can have. */
    String key() {
        return place().key();
    }

    private ConversationKey place() {
        String key = node.text(SnapshotFormat.KEY);
        return node.checked(SnapshotFormat.KEY, () -> new ConversationKey(profile, key));
    }

    /** Hands on the lock and its entries; nothing where nobody has it and nothing waits for it. */
    void writeTo(SnapshotStore.Sink sink) {
        ConversationKey place = place();
        String handler = handler();
        StoredLock lock = lock();
        JsonNode entries = node.array(SnapshotFormat.PENDING);
        if (lock != null || !entries.isEmpty()) {
            sink.lock(place.key(), handler, lock);
        }
        boolean debounced = false;
        for (int at = 0; at < entries.size(); at++) {
            SnapshotEntry entry = new SnapshotEntry(place, codec, entry(entries.get(at), at, handler != null));
            StoredPending pending = entry.pending(at + 1);
            if (debounced && pending.strategy() == LockStrategy.DEBOUNCE) {
                throw entry.node().fault(SnapshotFormat.STRATEGY, "must not be debounce twice for one lock");
            }
            debounced |= pending.strategy() == LockStrategy.DEBOUNCE;
            sink.pending(pending);
        }
    }

    private SnapshotNode entry(JsonNode entry, int at, boolean handled) {
        JsonPointer path = node.path().appendProperty(SnapshotFormat.PENDING).appendIndex(at);
        return SnapshotNode.of(entry, path, handled ? SnapshotFormat.MESSAGE_FIELDS : SnapshotFormat.ENTRY_FIELDS);
    }

    private @Nullable String handler() {
        if (node.isNull(SnapshotFormat.HANDLER)) {
            return null;
        }
        String handler = node.text(SnapshotFormat.HANDLER);
        return node.checked(SnapshotFormat.HANDLER, () -> {
            EntryKey.requireKey(SnapshotFormat.HANDLER, handler);
            if (handler.isBlank() || handler.length() > SnapshotFormat.MAX_HANDLER || handler.indexOf(':') >= 0) {
                throw new InvalidInputException(
                        SnapshotFormat.HANDLER,
                        "must have 1 to " + SnapshotFormat.MAX_HANDLER + " characters, without colons");
            }
            return handler;
        });
    }

    private @Nullable StoredLock lock() {
        if (HELD.stream().allMatch(node::isNull)) {
            return null;
        }
        return new StoredLock(
                key(),
                node.key(SnapshotFormat.OWNER),
                LockToken.NONE,
                node.time(SnapshotFormat.SINCE),
                node.time(SnapshotFormat.LEASE_UNTIL),
                node.lease(SnapshotFormat.LEASE));
    }
}
