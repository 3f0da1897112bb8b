package org.restante.storage;

import java.util.List;
import org.restante.entry.ProfileId;

/** What profiles hold, for people who look after them: counted within bounds, and never with the values. Thread-safe. */
public final class Holdings {

    private final StorageAdapter adapter;
    private final AdapterProfiles profiles;

    public Holdings(StorageAdapter adapter, EntryValues values) {
        this.adapter = adapter;
        this.profiles = new AdapterProfiles(adapter, values);
    }

    /** Each profile that holds at least one entry, in a fixed order. */
    public List<ProfileId> profiles() {
        return profiles.list();
    }

    /** Those profiles with what their credentials tell, in a bounded number of statements. */
    public List<ProfileDescription> describe(List<ProfileId> of) {
        return profiles.describe(of);
    }

    /**
     * The namespaces in which a profile holds entries, by their names.
     *
     * @param most how far the entries of each are counted
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no such listing
     */
    public List<NamespaceCount> namespaces(ProfileId profile, int most) {
        return adapter.namespaces(profile, most);
    }

    /**
     * A page of entries.
     *
     * @throws UnsupportedOperationException naming the adapter and the operation, when it has no listing
     */
    public EntryPage entries(EntryPage.Query query) {
        return adapter.entries(query);
    }
}
