package org.restante.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.json.Json;

/** Answers with a problem from a filter or servlet. */
public final class ProblemWriter {

    private ProblemWriter() {}

    /** Replaces what was written so far; does nothing once an answer is on its way. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.status() == ProblemKind.UNAVAILABLE.status()) {
            response.setHeader("Retry-After", Problems.RETRY_AFTER);
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
