package org.restante.storage;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.restante.codec.EntryCodec;
import org.restante.codec.UnreadableValueException;
import org.restante.entry.EntryKey;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;

/** Profiles over any adapter. */
public final class AdapterProfiles implements Profiles {

    private final StorageAdapter adapter;
    private final EntryCodec codec;
    private final Consumer<UnreadableEntry> onUnreadable;

    public AdapterProfiles(StorageAdapter adapter, EntryCodec codec, Consumer<UnreadableEntry> onUnreadable) {
        this.adapter = adapter;
        this.codec = codec;
        this.onUnreadable = onUnreadable;
    }

    @Override
    public List<ProfileId> list() {
        return adapter.profiles();
    }

    @Override
    public List<ProfileDescription> describe() {
        List<ProfileId> profiles = adapter.profiles();
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
        EntryKey key = creds(profile);
        try {
            Object me = codec.decode(key, Namespaces.CREDS, creds.envelope()).get("me");
            return me instanceof Map<?, ?> map ? map : Map.of();
        } catch (UnreadableValueException e) {
            onUnreadable.accept(new UnreadableEntry(key, String.valueOf(e.getMessage())));
            return Map.of();
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static EntryKey creds(ProfileId profile) {
        return Namespaces.CREDS.key(profile, Namespaces.CREDS_KEY);
    }
}
