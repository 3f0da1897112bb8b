package org.restante.storage.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.restante.entry.EntryKey;
import org.restante.storage.Applied;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;

/** The least that an adapter can be: it reads and writes, and cannot list or clear. */
record BareAdapter(StorageAdapter adapter) implements StorageAdapter {

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        return adapter.read(keys);
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        return adapter.apply(mutations);
    }
}
