package org.restante.web.health;

import jakarta.servlet.annotation.WebServlet;
import java.util.List;

/** The application runs. Asks nothing else, least of all the database. */
@WebServlet(urlPatterns = "/health/live", asyncSupported = true)
public class LivenessServlet extends HealthServlet {

    @Override
    protected HealthReport report() {
        return HealthReport.of(List.of());
    }
}
