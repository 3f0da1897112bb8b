package org.restante.keystore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.storage.Batch;
import org.restante.storage.EntryReader;
import org.restante.storage.EntryValues;
import org.restante.storage.Expected;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;

/**
 * What a transaction has read and what it will write. Reads see the changes, and what was read once is the same when it is
 * read again. For one thread.
 */
final class KeyChanges implements EntryReader {

    private final ProfileId profile;
    private final StorageAdapter adapter;
    private final Map<EntryKey, @Nullable StoredEntry> seen = new HashMap<>();
    private Map<EntryKey, Mutation> changes = new LinkedHashMap<>();
    private boolean cleared;

    KeyChanges(ProfileId profile, StorageAdapter adapter) {
        this.profile = profile;
        this.adapter = adapter;
    }

    /** The changes of a batch of keys. */
    static List<Mutation> mutations(EntryValues values, ProfileId profile, Batch batch) {
        batch.namespaces().forEach(KeyTypes::require);
        return values.mutations(profile, batch);
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        Set<EntryKey> unseen = new LinkedHashSet<>();
        for (EntryKey key : keys) {
            if (!isKnown(key)) {
                unseen.add(key);
            }
        }
        if (!unseen.isEmpty()) {
            Map<EntryKey, StoredEntry> stored = adapter.read(unseen);
            unseen.forEach(key -> seen.put(key, stored.get(key)));
        }
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        for (EntryKey key : keys) {
            StoredEntry entry = known(key);
            if (entry != null) {
                found.put(key, entry);
            }
        }
        return found;
    }

    /** Remembers all of these changes, or none when one is refused. */
    void add(List<Mutation> more) {
        for (Mutation change : more) {
            Mutation earlier = changes.get(change.key());
            if (isConditional(change) && earlier != null) {
                throw new InvalidInputException(
                        "expected", "is of no use at " + change.key() + ", which this transaction has changed already");
            }
            if (change instanceof Mutation.Delete && earlier != null) {
                requireUnconditional(earlier);
            }
        }
        more.forEach(change -> changes.merge(change.key(), copy(change), KeyChanges::after));
    }

    void clear() {
        changes.values().forEach(KeyChanges::requireUnconditional);
        cleared = true;
        changes.clear();
    }

    /** What goes back to how it is now. */
    Runnable mark() {
        Map<EntryKey, Mutation> changesNow = new LinkedHashMap<>(changes);
        boolean clearedNow = cleared;
        return () -> {
            changes = changesNow;
            cleared = clearedNow;
        };
    }

    /** Writes everything at once. */
    void write() {
        List<Mutation> all = new ArrayList<>(changes.values());
        if (cleared) {
            adapter.clear(profile, KeyTypes.OTHERS, all).requireDone();
        } else if (!all.isEmpty()) {
            adapter.apply(all).requireDone();
        }
    }

    private boolean isKnown(EntryKey key) {
        return cleared || changes.containsKey(key) || seen.containsKey(key);
    }

    private @Nullable StoredEntry known(EntryKey key) {
        Mutation change = changes.get(key);
        if (change instanceof Mutation.Put put) {
            return new StoredEntry(put.envelope().copy(), 0, Instant.EPOCH);
        }
        StoredEntry entry = change != null || cleared ? null : seen.get(key);
        return entry == null ? null : new StoredEntry(entry.envelope().copy(), entry.version(), entry.updatedAt());
    }

    /** The caller may change its arrays before they are written. */
    private static Mutation copy(Mutation change) {
        return change instanceof Mutation.Put put
                ? new Mutation.Put(put.key(), put.envelope().copy(), put.expected())
                : change;
    }

    private static boolean isConditional(Mutation change) {
        return change instanceof Mutation.Put put && put.expected().kind() != Expected.Kind.ANYTHING;
    }

    /** A deletion has no condition, and would silently drop that of the put before it. */
    private static void requireUnconditional(Mutation earlier) {
        if (isConditional(earlier)) {
            throw new InvalidInputException(
                    "expected",
                    "of the put at " + earlier.key() + " would be lost: this transaction cannot delete it too");
        }
    }

    /** The later change, on the condition of the earlier one, since that is about what is stored. */
    private static Mutation after(Mutation earlier, Mutation later) {
        return earlier instanceof Mutation.Put before && later instanceof Mutation.Put put
                ? new Mutation.Put(put.key(), put.envelope(), before.expected())
                : later;
    }
}
