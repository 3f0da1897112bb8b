package org.restante.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.restante.web.access.Credentials;
import org.restante.web.settings.HttpSettings;

/** What filters and resources inject, made once at start. */
@ApplicationScoped
class WebProducer {

    private static final Logger LOG = System.getLogger("org.restante");

    @Produces
    @Singleton
    HttpSettings settings(Config config) {
        List<String> problems = new ArrayList<>();
        HttpSettings settings = HttpSettings.read(name -> config.getOptionalValue(name, String.class), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "Restante cannot start as it is configured: " + String.join("; ", problems));
        }
        return settings;
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
