package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import org.restante.DedupNamespace;
import org.restante.ForProfile;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.chat.ChatState;
import org.restante.chat.ChatStates;
import org.restante.codec.EntryCodec;
import org.restante.conversation.Conversations;
import org.restante.conversation.Dispatcher;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCaches;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.keystore.KeyStores;
import org.restante.metering.Metering;
import org.restante.retry.RetryBudget;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCaches;
import org.restante.settings.Settings;
import org.restante.storage.EntryValues;
import org.restante.storage.Holdings;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;

/** What beans inject. */
@ApplicationScoped
class RestanteProducer {

    @Produces
    @Singleton
    Restante restante(Engine engine, Metering metering) {
        return new MeteredRestante(engine, metering);
    }

    @Produces
    @Singleton
    @Typed(Engine.class)
    Engine engine(
            Settings settings,
            @Any Instance<StorageAdapter> adapters,
            EntryValues values,
            KeyStores keyStores,
            Engine.Caches caches) {
        return new Engine(AdapterProducer.chosen(settings, adapters), values, keyStores, caches);
    }

    @Produces
    @Singleton
    Engine.Caches caches(RetryCaches retries, DedupCaches dedup, ChatStates chats, Dispatcher dispatcher) {
        return new Engine.Caches(() -> retries, () -> dedup, () -> chats, () -> dispatcher);
    }

    @Produces
    @Singleton
    EntryCodec codec(Settings settings) {
        return new EntryCodec(Ciphers.of(settings.storage()));
    }

    @Produces
    @Singleton
    EntryValues values(EntryCodec codec, UnreadableEntries unreadable) {
        return new EntryValues(codec, unreadable);
    }

    @Produces
    @Singleton
    Holdings holdings(Settings settings, @Any Instance<StorageAdapter> adapters, EntryValues values) {
        return new Holdings(AdapterProducer.chosen(settings, adapters), values);
    }

    @Produces
    Profiles profiles(Restante restante) {
        return restante.profiles();
    }

    @Produces
    @ForProfile("")
    Profile profile(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante);
    }

    @Produces
    @ForProfile("")
    Storage storage(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).storage();
    }

    @Produces
    @ForProfile("")
    KeyStore keyStore(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).keyStore();
    }

    @Produces
    @ForProfile("")
    DecryptOnce decryptOnce(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).decryptOnce();
    }

    @Produces
    @ForProfile("")
    RetryCache retryCache(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).retryCache();
    }

    @Produces
    @ForProfile("")
    RetryBudget retryBudget(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).retryBudget();
    }

    @Produces
    @ForProfile("")
    ChatState chat(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).chat();
    }

    @Produces
    @ForProfile("")
    Conversations conversations(Restante restante, InjectionPoint injectionPoint) {
        return profileOf(injectionPoint, restante).conversations();
    }

    @Produces
    @DedupNamespace("")
    DedupCache dedupCache(Restante restante, InjectionPoint injectionPoint) {
        return restante.dedup(qualifier(injectionPoint, DedupNamespace.class).value());
    }

    private static Profile profileOf(InjectionPoint injectionPoint, Restante restante) {
        return restante.profile(qualifier(injectionPoint, ForProfile.class).value());
    }

    private static <Q extends Annotation> Q qualifier(InjectionPoint injectionPoint, Class<Q> type) {
        return injectionPoint.getQualifiers().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
