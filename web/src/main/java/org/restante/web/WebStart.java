package org.restante.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.restante.web.access.Credentials;

/** Makes the users at start and not at the first request, so that a generated password is told in time. */
@WebListener
public class WebStart implements ServletContextListener {

    private static final Logger LOG = System.getLogger(WebStart.class.getName());

    @Inject
    Credentials credentials;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        LOG.log(Level.DEBUG, "{0} users", credentials.count());
    }
}
