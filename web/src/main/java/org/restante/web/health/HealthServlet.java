package org.restante.web.health;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.json.Json;
import org.restante.web.servlet.AnswerServlet;

/** Answers with a report: 200 when all is up, 503 when something is down. */
abstract class HealthServlet extends AnswerServlet {

    /** The report as of now. */
    protected abstract HealthReport report();

    @Override
    protected Answer answer() throws IOException {
        HealthReport report = report();
        int status = report.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        return new Answer(status, "application/json", Json.MAPPER.writeValueAsBytes(report));
    }
}
