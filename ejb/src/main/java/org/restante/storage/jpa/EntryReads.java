package org.restante.storage.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;
import org.restante.storage.StoredEntry;

/**
 * The reads of {@code restante_entry} through JPA: of many entries, and of keys. They select columns, not entities: nothing
 * is managed, so nothing can be stale after a native statement, and no payload is held twice.
 */
final class EntryReads {

    private static final String TIMEOUT_HINT = "jakarta.persistence.query.timeout";

    /** PostgreSQL takes 65 535 parameters at most. */
    private static final int MOST_KEYS = 10_000;

    private final int timeoutMillis;

    EntryReads(int timeoutSeconds) {
        this.timeoutMillis = timeoutSeconds * 1000;
    }

    Map<EntryKey, StoredEntry> read(EntityManager entityManager, Collection<EntryKey> keys) {
        List<EntryKey> wanted = keys.stream().distinct().toList();
        Map<EntryKey, StoredEntry> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += MOST_KEYS) {
            List<EntryKey> part = wanted.subList(from, Math.min(from + MOST_KEYS, wanted.size()));
            boxes(part).forEach(box -> found.putAll(entries(box(entityManager, box))));
        }
        return found;
    }

    private static List<Box> boxes(List<EntryKey> wanted) {
        Box all = Box.around(wanted);
        if (all.size() == wanted.size()) {
            return List.of(all);
        }
        return wanted.stream()
                .collect(Collectors.groupingBy(key -> List.of(key.profile().value(), key.namespace())))
                .values()
                .stream()
                .map(Box::around)
                .toList();
    }

    KeyPage keys(EntityManager entityManager, ProfileId profile, String namespace, PageRequest page) {
        TypedQuery<String> query = entityManager
                .createNamedQuery(EntryRecord.KEYS, String.class)
                .setParameter("profile", profile.value())
                .setParameter("namespace", namespace)
                .setParameter("after", page.after() == null ? "" : page.after());
        query.setMaxResults(page.limit() + 1).setHint(TIMEOUT_HINT, timeoutMillis);
        return KeyPage.of(query.getResultList(), page);
    }

    private TypedQuery<Object[]> box(EntityManager entityManager, Box box) {
        return entityManager
                .createNamedQuery(EntryRecord.READ_MANY, Object[].class)
                .setParameter("profiles", box.profiles)
                .setParameter("namespaces", box.namespaces)
                .setParameter("keys", box.keys);
    }

    private Map<EntryKey, StoredEntry> entries(TypedQuery<Object[]> query) {
        Map<EntryKey, StoredEntry> entries = new HashMap<>();
        for (Object[] row : query.setHint(TIMEOUT_HINT, timeoutMillis).getResultList()) {
            EntryKey key = new EntryKey(new ProfileId((String) row[4]), (String) row[5], (String) row[6]);
            entries.put(key, entry(row));
        }
        return entries;
    }

    private static StoredEntry entry(Object[] row) {
        Envelope envelope = new Envelope((byte[]) row[0], (byte[]) row[1]);
        return new StoredEntry(envelope, (Long) row[2], Instant.EPOCH.plus((Long) row[3], ChronoUnit.MICROS));
    }

    /** All keys made of some profiles, some namespaces and some keys: what one query of three lists can ask for. */
    private record Box(Set<String> profiles, Set<String> namespaces, Set<String> keys) {

        static Box around(Collection<EntryKey> wanted) {
            return new Box(
                    wanted.stream().map(key -> key.profile().value()).collect(Collectors.toSet()),
                    wanted.stream().map(EntryKey::namespace).collect(Collectors.toSet()),
                    wanted.stream().map(EntryKey::key).collect(Collectors.toSet()));
        }

        long size() {
            return (long) profiles.size() * namespaces.size() * keys.size();
        }
    }
}
