package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;

/** The settings, read once from MicroProfile Config. */
@ApplicationScoped
class SettingsProducer {

    @Produces
    @Singleton
    SettingsReader reader(Config config) {
        return new SettingsReader(name -> config.getOptionalValue(name, String.class));
    }

    @Produces
    @Singleton
    Settings settings(SettingsReader reader) {
        return Settings.read(reader);
    }
}
