package org.restante.wiring;

import org.restante.Profile;
import org.restante.Restante;
import org.restante.chat.ChatState;
import org.restante.conversation.Conversations;
import org.restante.dedup.DedupCache;
import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.metering.Metering;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;

/** All services, measured: what callers ask of them is counted here, and what they ask of each other is not. */
record MeteredRestante(Restante services, Metering metering) implements Restante {

    @Override
    public Profile profile(ProfileId id) {
        return new MeteredProfile(services.profile(id), metering);
    }

    @Override
    public DedupCache dedup(String namespace) {
        return metering.of(services.dedup(namespace));
    }

    @Override
    public Profiles profiles() {
        return metering.of(services.profiles());
    }

    private record MeteredProfile(Profile profile, Metering metering) implements Profile {

        @Override
        public ProfileId id() {
            return profile.id();
        }

        @Override
        public Storage storage() {
            return metering.of(profile.storage());
        }

        @Override
        public KeyStore keyStore() {
            return metering.of(profile.keyStore());
        }

        @Override
        public DecryptOnce decryptOnce() {
            return new DecryptOnce(keyStore(), storage());
        }

        @Override
        public RetryCache retryCache() {
            return metering.of(id(), profile.retryCache());
        }

        @Override
        public RetryBudget retryBudget() {
            return metering.of(profile.retryBudget());
        }

        @Override
        public ChatState chat() {
            return metering.of(profile.chat());
        }

        @Override
        public Conversations conversations() {
            return metering.of(profile.conversations());
        }
    }
}
