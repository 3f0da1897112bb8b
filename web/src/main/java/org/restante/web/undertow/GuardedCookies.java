package org.restante.web.undertow;

import io.undertow.server.handlers.SameSiteCookieHandler;
import io.undertow.server.handlers.SecureCookieHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Cookies are not for other sites, and those that are made in a secure request never go without. Undertow heeds neither the
 * attributes in web.xml nor, unless it is told, how the request came.
 */
public final class GuardedCookies implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(
                next -> new SecureCookieHandler(new SameSiteCookieHandler(next, "Lax")));
    }
}
