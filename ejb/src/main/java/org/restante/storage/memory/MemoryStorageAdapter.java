package org.restante.storage.memory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.EntryReader;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.NamespaceCount;
import org.restante.storage.NextVersions;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;

/** Entries in sorted maps of this process, behind one read-write lock. Takes no part in transactions. */
public final class MemoryStorageAdapter implements StorageAdapter {

    private final NavigableMap<ProfileId, NavigableMap<EntryKey, StoredEntry>> profiles = new TreeMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final InstantSource clock;
    private final NextVersions nextVersions = new NextVersions();

    public MemoryStorageAdapter(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        return reading(() -> found(keys, this::stored));
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        return writing(() -> {
            for (Mutation mutation : mutations) {
                if (mutation instanceof Mutation.Put put && !isAsExpected(put)) {
                    return new Applied.Refused(put.key());
                }
            }
            Instant now = clock.instant();
            Map<EntryKey, Long> versions = new HashMap<>();
            for (Mutation mutation : mutations) {
                if (mutation instanceof Mutation.Put put) {
                    versions.put(put.key(), write(put, now));
                } else {
                    remove(mutation.key());
                }
            }
            return new Applied.Done(versions);
        });
    }

    @Override
    public KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        return reading(() -> {
            List<String> found = new ArrayList<>();
            EntryKey from = new EntryKey(profile, namespace, page.after() == null ? "\1" : page.after());
            for (EntryKey key :
                    entries(profile).tailMap(from, page.after() == null).keySet()) {
                if (!key.namespace().equals(namespace) || found.size() > page.limit()) {
                    break;
                }
                found.add(key.key());
            }
            return KeyPage.of(found, page);
        });
    }

    @Override
    public List<NamespaceCount> namespaces(ProfileId profile, int most) {
        return reading(() -> {
            Map<String, Integer> counts = new TreeMap<>();
            entries(profile).keySet().forEach(key -> counts.merge(key.namespace(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .map(entry -> new NamespaceCount(entry.getKey(), Math.min(entry.getValue(), most)))
                    .toList();
        });
    }

    @Override
    public List<ProfileId> profiles() {
        return reading(() -> List.copyOf(profiles.keySet()));
    }

    @Override
    public void clear(ProfileId profile) {
        writing(() -> profiles.remove(profile));
    }

    @Override
    public Applied clear(ProfileId profile, Set<String> kept, List<Mutation> then) {
        return writing(() -> {
            NavigableMap<EntryKey, StoredEntry> before = new TreeMap<>(entries(profile));
            profiles.computeIfPresent(profile, (id, entries) -> {
                entries.keySet().removeIf(key -> !kept.contains(key.namespace()));
                return entries.isEmpty() ? null : entries;
            });
            Applied applied = apply(then);
            if (applied instanceof Applied.Refused && !before.isEmpty()) {
                profiles.put(profile, before);
            }
            return applied;
        });
    }

    /** A copy of the profile's entries as they are now. */
    @Override
    public <T> T snapshot(ProfileId profile, Function<EntryReader, T> work) {
        Map<EntryKey, StoredEntry> copy = reading(() -> Map.copyOf(entries(profile)));
        return work.apply(keys -> found(keys, copy::get));
    }

    private static Map<EntryKey, StoredEntry> found(
            Collection<EntryKey> keys, Function<EntryKey, @Nullable StoredEntry> stored) {
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        for (EntryKey key : keys) {
            StoredEntry entry = stored.apply(key);
            if (entry != null) {
                found.put(key, new StoredEntry(entry.envelope().copy(), entry.version(), entry.updatedAt()));
            }
        }
        return found;
    }

    private long write(Mutation.Put put, Instant now) {
        long version = nextVersions.after(version(put.key()), now);
        profiles.computeIfAbsent(put.key().profile(), profile -> new TreeMap<>())
                .put(put.key(), new StoredEntry(put.envelope().copy(), version, now));
        return version;
    }

    private void remove(EntryKey key) {
        NavigableMap<EntryKey, StoredEntry> entries = entries(key.profile());
        if (entries.remove(key) != null && entries.isEmpty()) {
            profiles.remove(key.profile());
        }
    }

    private boolean isAsExpected(Mutation.Put put) {
        return put.expected().isMetBy(version(put.key()));
    }

    private @Nullable Long version(EntryKey key) {
        StoredEntry actual = stored(key);
        return actual == null ? null : Long.valueOf(actual.version());
    }

    private @Nullable StoredEntry stored(EntryKey key) {
        return entries(key.profile()).get(key);
    }

    private NavigableMap<EntryKey, StoredEntry> entries(ProfileId profile) {
        return profiles.getOrDefault(profile, new TreeMap<>());
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
