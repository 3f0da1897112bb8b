package org.restante.web.health;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.json.Json;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/** Answers GET and HEAD with a report: 200 when all is up, 503 when something is down. */
abstract class HealthServlet extends HttpServlet {

    /** The report as of now. */
    protected abstract HealthReport report();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            ProblemWriter.write(response, Problems.of(ProblemKind.METHOD_NOT_ALLOWED));
            return;
        }
        HealthReport report = report();
        byte[] body = Json.MAPPER.writeValueAsBytes(report);
        response.setStatus(report.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
