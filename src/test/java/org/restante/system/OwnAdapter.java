package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.restante.entry.EntryKey;
import org.restante.storage.Applied;
import org.restante.storage.Mutation;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StoredEntry;
import org.restante.storage.memory.MemoryStorageAdapter;

/** An application's adapter, with the two verbs that every adapter must have. */
@ApplicationScoped
@Named("mine")
public class OwnAdapter implements StorageAdapter {

    private final StorageAdapter kept = new MemoryStorageAdapter(InstantSource.system());

    @Override
    public String name() {
        return "mine";
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        return kept.read(keys);
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        return kept.apply(mutations);
    }
}
