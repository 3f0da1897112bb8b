package org.restante.web.openapi;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.restante.web.servlet.AnswerServlet;

/** The description of the API, as the build has made it. */
@WebServlet(urlPatterns = "/openapi.yaml", asyncSupported = true)
public class OpenApiServlet extends AnswerServlet {

    private static final String DESCRIPTION = "openapi.yaml";

    @Override
    protected Answer answer() throws IOException {
        try (InputStream description = OpenApiServlet.class.getResourceAsStream(DESCRIPTION)) {
            return new Answer(
                    HttpServletResponse.SC_OK,
                    "application/yaml",
                    Objects.requireNonNull(description).readAllBytes());
        }
    }
}
