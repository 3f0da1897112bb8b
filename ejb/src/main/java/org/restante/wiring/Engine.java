package org.restante.wiring;

import java.util.function.Consumer;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.entry.ProfileId;
import org.restante.storage.AdapterProfiles;
import org.restante.storage.AdapterStorage;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.storage.UnreadableEntry;

/** All services over their adapters, the same in a container and without one. */
final class Engine implements Restante {

    private final StorageAdapter adapter;
    private final EntryCodec codec;
    private final Consumer<UnreadableEntry> onUnreadable;

    Engine(StorageAdapter adapter, EntryCodec codec, Consumer<UnreadableEntry> onUnreadable) {
        this.adapter = adapter;
        this.codec = codec;
        this.onUnreadable = onUnreadable;
    }

    @Override
    public Profile profile(ProfileId id) {
        return new BoundProfile(id, new AdapterStorage(id, adapter, codec, onUnreadable));
    }

    @Override
    public Profiles profiles() {
        return new AdapterProfiles(adapter, codec, onUnreadable);
    }

    private record BoundProfile(ProfileId id, Storage storage) implements Profile {}
}
