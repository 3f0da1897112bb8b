package org.restante.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.restante.metrics.Metrics;
import org.restante.web.servlet.AnswerServlet;

/** The figures of this node as of now. */
@WebServlet(urlPatterns = "/metrics", asyncSupported = true)
public class MetricsServlet extends AnswerServlet {

    @Inject
    transient Metrics metrics;

    @Override
    protected Answer answer() {
        return new Answer(
                HttpServletResponse.SC_OK, Metrics.CONTENT_TYPE, metrics.text().getBytes(StandardCharsets.UTF_8));
    }
}
