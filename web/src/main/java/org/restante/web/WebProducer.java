package org.restante.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.restante.settings.HttpSettings;
import org.restante.settings.Settings;
import org.restante.web.access.Credentials;

/** What filters and resources inject, made once at start. */
@ApplicationScoped
class WebProducer {

    private static final Logger LOG = System.getLogger("org.restante");

    @Produces
    @Singleton
    HttpSettings settings(Settings settings) {
        return settings.http();
    }

    @Produces
    @Singleton
    Credentials credentials(HttpSettings settings) {
        return new Credentials(
                settings,
                password -> LOG.log(
                        Level.WARNING,
                        "Restante: no operator password is configured; generated for this run: user "
                                + HttpSettings.OPERATOR + ", password " + password));
    }
}
