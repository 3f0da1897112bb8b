package org.restante.storage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;

/** Profiles over any adapter. */
public final class AdapterProfiles implements Profiles {

    private final StorageAdapter adapter;
    private final EntryValues values;

    public AdapterProfiles(StorageAdapter adapter, EntryValues values) {
        this.adapter = adapter;
        this.values = values;
    }

    @Override
    public List<ProfileId> list() {
        return adapter.profiles();
    }

    @Override
    public List<ProfileDescription> describe() {
        return describe(adapter.profiles());
    }

    /** Those profiles, in their order, with what their credentials tell. */
    List<ProfileDescription> describe(List<ProfileId> profiles) {
        if (profiles.isEmpty()) {
            return List.of();
        }
        Map<EntryKey, StoredEntry> creds =
                adapter.read(profiles.stream().map(AdapterProfiles::creds).toList());
        return profiles.stream()
                .map(profile -> describe(profile, creds.get(creds(profile))))
                .toList();
    }

    private ProfileDescription describe(ProfileId profile, @Nullable StoredEntry creds) {
        if (creds == null) {
            return new ProfileDescription(profile, null, null, null, null);
        }
        Map<?, ?> me = me(profile, creds);
        return new ProfileDescription(
                profile, text(me.get("id")), text(me.get("lid")), text(me.get("name")), creds.updatedAt());
    }

    private Map<?, ?> me(ProfileId profile, StoredEntry creds) {
        return values.lookup(Namespaces.CREDS, creds(profile), creds) instanceof Lookup.Found<Map<String, Object>> found
                        && found.value().get("me") instanceof Map<?, ?> me
                ? me
                : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static EntryKey creds(ProfileId profile) {
        return Namespaces.CREDS.key(profile, Namespaces.CREDS_KEY);
    }
}
