package org.restante.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.restante.access.AccessTokens;
import org.restante.settings.HttpSettings;
import org.restante.settings.Settings;
import org.restante.web.access.Credentials;
import org.restante.web.access.HeldAnswers;
import org.restante.web.access.LoginThrottle;
import org.restante.web.access.TokenCallers;

/** What filters and resources inject, made once at start. */
@ApplicationScoped
class WebProducer {

    private static final Logger LOG = System.getLogger("org.restante");

    @Resource
    ManagedScheduledExecutorService executor;

    @Produces
    @Singleton
    HttpSettings settings(Settings settings) {
        return settings.http();
    }

    @Produces
    @Singleton
    TokenCallers tokens(AccessTokens tokens) {
        return new TokenCallers(tokens, InstantSource.system());
    }

    @Produces
    @Singleton
    HeldAnswers heldAnswers() {
        return new HeldAnswers(executor, new LoginThrottle(InstantSource.system()));
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
