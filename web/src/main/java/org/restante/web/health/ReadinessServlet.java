package org.restante.web.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.restante.health.HealthCheck;
import org.restante.health.HealthChecks;
import org.restante.web.health.HealthReport.Check;

/** Every check is up, or which is not. */
@WebServlet(urlPatterns = "/health/ready", asyncSupported = true)
public class ReadinessServlet extends HealthServlet {

    @Inject
    transient Instance<HealthCheck> checks;

    @Override
    protected HealthReport report() {
        return HealthReport.of(HealthChecks.ask(checks).entrySet().stream()
                .map(check -> Check.of(check.getKey(), check.getValue()))
                .toList());
    }
}
