package org.restante.storage.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;
import org.restante.storage.Applied;
import org.restante.storage.KeyPage;
import org.restante.storage.Mutation;
import org.restante.storage.PageRequest;
import org.restante.storage.StorageAdapter;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.StoredEntry;

/** Another adapter behind a watcher that is told of each call before it is done, and may throw instead. */
record WatchedAdapter(StorageAdapter adapter, Consumer<String> beforeCall) implements StorageAdapter {

    static StorageAdapter unavailable(StorageAdapter adapter) {
        return new WatchedAdapter(adapter, operation -> {
            throw new StorageUnavailableException("no connection for " + operation, null);
        });
    }

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public Map<EntryKey, StoredEntry> read(Collection<EntryKey> keys) {
        beforeCall.accept("read");
        return adapter.read(keys);
    }

    @Override
    public Applied apply(List<Mutation> mutations) {
        beforeCall.accept("apply");
        return adapter.apply(mutations);
    }

    @Override
    public KeyPage keys(ProfileId profile, String namespace, PageRequest page) {
        beforeCall.accept("keys");
        return adapter.keys(profile, namespace, page);
    }

    @Override
    public List<ProfileId> profiles() {
        beforeCall.accept("profiles");
        return adapter.profiles();
    }

    @Override
    public void clear(ProfileId profile) {
        beforeCall.accept("clear");
        adapter.clear(profile);
    }
}
