package org.restante.chat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** Reads a lock of a snapshot and what waits for it. */
record SnapshotLock(ProfileId profile, ChatCodec codec, SnapshotNode node) {

    private static final List<String> HELD =
            List.of(SnapshotFormat.OWNER, SnapshotFormat.SINCE, SnapshotFormat.LEASE_UNTIL, SnapshotFormat.LEASE);

    /** The key, which is one that a lock can have. */
    String key() {
        String key = node.text(SnapshotFormat.KEY);
        node.checked(SnapshotFormat.KEY, () -> new ConversationKey(profile, key));
        return key;
    }

    /** Hands on the lock and its entries; nothing where nobody has it and nothing waits for it. */
    void writeTo(SnapshotStore.Sink sink) {
        StoredLock lock = lock();
        JsonNode entries = node.array(SnapshotFormat.PENDING);
        if (lock != null || !entries.isEmpty()) {
            sink.lock(key(), lock);
        }
        boolean debounced = false;
        for (int at = 0; at < entries.size(); at++) {
            JsonPointer path =
                    node.path().appendProperty(SnapshotFormat.PENDING).appendIndex(at);
            SnapshotNode entry = SnapshotNode.of(entries.get(at), path, SnapshotFormat.ENTRY_FIELDS);
            LockStrategy strategy = strategy(entry);
            if (debounced && strategy == LockStrategy.DEBOUNCE) {
                throw entry.fault(SnapshotFormat.STRATEGY, "must not be debounce twice for one lock");
            }
            debounced |= strategy == LockStrategy.DEBOUNCE;
            sink.pending(pending(at + 1, strategy, entry));
        }
    }

    private @Nullable StoredLock lock() {
        if (HELD.stream().allMatch(node::isNull)) {
            return null;
        }
        return new StoredLock(
                key(),
                owner(node),
                LockToken.NONE,
                node.time(SnapshotFormat.SINCE),
                node.time(SnapshotFormat.LEASE_UNTIL),
                node.lease(SnapshotFormat.LEASE));
    }

    private StoredPending pending(long number, LockStrategy strategy, SnapshotNode entry) {
        Map<String, Object> metadata = entry.map(SnapshotFormat.METADATA);
        byte[] content = entry.checked(SnapshotFormat.METADATA, () -> {
            Metadata.require(metadata);
            return codec.encode(ChatCodec.Place.of(new ConversationKey(profile, key())), metadata);
        });
        Instant enqueuedAt = entry.time(SnapshotFormat.ENQUEUED_AT);
        return new StoredPending(
                number, owner(entry), strategy, content, enqueuedAt, entry.time(SnapshotFormat.EXPIRES_AT));
    }

    private static String owner(SnapshotNode node) {
        String owner = node.text(SnapshotFormat.OWNER);
        return node.checked(SnapshotFormat.OWNER, () -> {
            EntryKey.requireKey(SnapshotFormat.OWNER, owner);
            return owner;
        });
    }

    private static LockStrategy strategy(SnapshotNode entry) {
        String strategy = entry.text(SnapshotFormat.STRATEGY);
        return Arrays.stream(LockStrategy.values())
                .filter(known -> known.waits() && known.text().equals(strategy))
                .findFirst()
                .orElseThrow(() -> entry.fault(SnapshotFormat.STRATEGY, "must be queue or debounce"));
    }
}
