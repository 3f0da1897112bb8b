package org.restante.web.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import org.restante.health.HealthCheck;
import org.restante.health.HealthStatus;
import org.restante.web.health.HealthReport.Check;

/** Every check is up, or which is not. */
@WebServlet(urlPatterns = "/health/ready", asyncSupported = true)
public class ReadinessServlet extends HealthServlet {

    private static final Logger LOG = System.getLogger(ReadinessServlet.class.getName());

    @Inject
    transient Instance<HealthCheck> checks;

    @Override
    protected HealthReport report() {
        return HealthReport.of(checks.stream()
                .map(check -> Check.of(check.name(), ask(check)))
                .sorted(Comparator.comparing(Check::name))
                .toList());
    }

    private static HealthStatus ask(HealthCheck check) {
        try {
            return check.check();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The health check " + check.name() + " failed", e);
            return HealthStatus.down("the check itself failed; the log of the server tells why");
        }
    }
}
