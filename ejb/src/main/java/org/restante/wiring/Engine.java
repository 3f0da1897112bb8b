package org.restante.wiring;

import java.util.function.Supplier;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.conversation.Conversations;
import org.restante.conversation.Dispatcher;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyStores;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
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
    private final Caches caches;

    Engine(StorageAdapter adapter, EntryValues values, KeyStores keyStores, Caches caches) {
        this.adapter = adapter;
        this.values = values;
        this.keyStores = keyStores;
        this.caches = caches;
    }

    /** What is asked for when the first of its services is. */
    record Caches(
            Supplier<RetryCaches> retries,
            Supplier<DedupCaches> dedup,
            Supplier<ChatStates> chats,
            Supplier<Dispatcher> dispatcher) {}

    @Override
    public Profile profile(ProfileId id) {
        return new BoundProfile(id, new AdapterStorage(id, adapter, values), keyStores.of(id), caches);
    }

    @Override
    public DedupCache dedup(String namespace) {
        return caches.dedup().get().of(namespace);
    }

    @Override
    public Profiles profiles() {
        return new AdapterProfiles(adapter, values);
    }

    private record BoundProfile(ProfileId id, Storage storage, KeyStore keyStore, Caches caches) implements Profile {

        @Override
        public DecryptOnce decryptOnce() {
            return new DecryptOnce(keyStore, storage);
        }

        @Override
        public RetryCache retryCache() {
            return caches.retries().get().of(id, storage);
        }

        @Override
        public RetryBudget retryBudget() {
            return caches.retries().get().budget(id);
        }

        @Override
        public Conversations conversations() {
            return caches.dispatcher().get().of(id);
        }

        @Override
        public ChatState chat() {
            return caches.chats().get().of(id);
        }
    }
}
