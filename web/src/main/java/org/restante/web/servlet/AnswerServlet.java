package org.restante.web.servlet;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/** Gives one answer to GET and HEAD, whoever asks. */
public abstract class AnswerServlet extends HttpServlet {

    /** An answer, whole. */
    public record Answer(int status, String contentType, byte[] body) {}

    /** The answer as of now. */
    protected abstract Answer answer() throws IOException;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            ProblemWriter.write(response, Problems.of(ProblemKind.METHOD_NOT_ALLOWED));
            return;
        }
        Answer answer = answer();
        response.setStatus(answer.status);
        response.setContentType(answer.contentType);
        response.setContentLength(answer.body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(answer.body);
        }
    }
}
