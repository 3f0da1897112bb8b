package org.restante.wiring;

import org.restante.Profile;
import org.restante.Restante;
import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyStores;
import org.restante.storage.AdapterProfiles;
import org.restante.storage.AdapterStorage;
import org.restante.storage.EntryValues;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;

/** All services over their adapters, the same in a container and without one. */
final class Engine implements Restante {

    private final StorageAdapter adapter;
    private final EntryValues values;
    private final KeyStores keyStores;

    Engine(StorageAdapter adapter, EntryValues values, KeyStores keyStores) {
        this.adapter = adapter;
        this.values = values;
        this.keyStores = keyStores;
    }

    @Override
    public Profile profile(ProfileId id) {
        return new BoundProfile(id, new AdapterStorage(id, adapter, values), keyStores.of(id));
    }

    @Override
    public Profiles profiles() {
        return new AdapterProfiles(adapter, values);
    }

    private record BoundProfile(ProfileId id, Storage storage, KeyStore keyStore) implements Profile {

        @Override
        public DecryptOnce decryptOnce() {
            return new DecryptOnce(keyStore, storage);
        }
    }
}
