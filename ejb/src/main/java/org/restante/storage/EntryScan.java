package org.restante.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;

/** Finds a page of entries with what every adapter has: all keys are gone through, and those that are wanted are read. */
final class EntryScan {

    private final StorageAdapter adapter;
    private final EntryPage.Query query;

    EntryScan(StorageAdapter adapter, EntryPage.Query query) {
        this.adapter = adapter;
        this.query = query;
    }

    EntryPage page() {
        List<String> keys = keys();
        Map<EntryKey, StoredEntry> stored =
                adapter.read(keys.stream().map(this::key).toList());
        List<EntrySummary> found = new ArrayList<>();
        for (String key : keys) {
            StoredEntry entry = stored.get(key(key));
            if (entry != null) {
                found.add(EntrySummary.of(key, entry));
            }
        }
        return EntryPage.of(found, query.page());
    }

    /** One more than is wanted, where there are as many. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        @Nullable PageRequest request = new PageRequest(query.page().after(), PageRequest.MAX_LIMIT);
        while (request != null && keys.size() <= query.page().limit()) {
            KeyPage page = adapter.keys(query.profile(), query.namespace(), request);
            page.keys().stream()
                    .filter(key -> key.startsWith(query.prefix()))
                    .limit(query.page().limit() + 1L - keys.size())
                    .forEach(keys::add);
            request = page.next();
        }
        return keys;
    }

    private EntryKey key(String key) {
        return new EntryKey(query.profile(), query.namespace(), key);
    }
}
