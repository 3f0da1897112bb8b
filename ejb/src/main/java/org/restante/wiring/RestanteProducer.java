package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import org.restante.ForProfile;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.codec.EntryCodec;
import org.restante.settings.Settings;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;

/** What beans inject. */
@ApplicationScoped
class RestanteProducer {

    @Produces
    @Singleton
    Restante restante(
            Settings settings, @Any Instance<StorageAdapter> adapters, EntryCodec codec, UnreadableEntries unreadable) {
        StorageAdapter adapter =
                adapters.select(NamedLiteral.of(settings.storage().adapter())).get();
        return new Engine(adapter, codec, unreadable);
    }

    @Produces
    @Singleton
    EntryCodec codec(Settings settings) {
        return new EntryCodec(Ciphers.of(settings.storage()));
    }

    @Produces
    Profiles profiles(Restante restante) {
        return restante.profiles();
    }

    @Produces
    @ForProfile("")
    Profile profile(Restante restante, InjectionPoint injectionPoint) {
        return restante.profile(profileOf(injectionPoint));
    }

    @Produces
    @ForProfile("")
    Storage storage(Restante restante, InjectionPoint injectionPoint) {
        return restante.profile(profileOf(injectionPoint)).storage();
    }

    private static String profileOf(InjectionPoint injectionPoint) {
        return injectionPoint.getQualifiers().stream()
                .filter(ForProfile.class::isInstance)
                .map(qualifier -> ((ForProfile) qualifier).value())
                .findFirst()
                .orElseThrow();
    }
}
