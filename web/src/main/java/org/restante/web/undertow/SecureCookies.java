package org.restante.web.undertow;

import io.undertow.server.handlers.SecureCookieHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/** Cookies that are made in a secure request are Secure: Undertow does so only when it is told. */
public final class SecureCookies implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(SecureCookieHandler::new);
    }
}
