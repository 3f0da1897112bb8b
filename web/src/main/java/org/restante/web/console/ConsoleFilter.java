package org.restante.web.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/**
 * Stands before the pages of the console: nothing but a page or what it is made of is there, and whatever cannot be answered
 * is told on a page.
 */
public class ConsoleFilter extends HttpFilter {

    private static final Logger LOG = System.getLogger(ConsoleFilter.class.getName());
    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
    private static final String STATE = "jakarta.faces.ViewState";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (path.endsWith(".xhtml") && !path.startsWith(RESOURCES)) {
            ProblemWriter.write(response, Problems.of(ProblemKind.NOT_FOUND));
            return;
        }
        if (!METHODS.contains(request.getMethod())) {
            ProblemWriter.write(response, Problems.of(ProblemKind.METHOD_NOT_ALLOWED));
            return;
        }
        try {
            // Faces takes whatever has a state for a form that was sent, also what came with a link
            if (isPost(request)
                    ? !"stateless".equals(request.getParameter(STATE))
                    : request.getParameter(STATE) != null) {
                ErrorPage.write(response, Problem.of(ProblemKind.INVALID_INPUT, "this form is none of the console's"));
            } else {
                chain.doFilter(isPost(request) ? FormRequest.of(request) : request, response);
            }
        } catch (ServletException | RuntimeException e) {
            ErrorPage.write(response, problem(request, e));
        }
    }

    /** What a page itself sends is understood; what is not was made by somebody else. */
    private static Problem problem(HttpServletRequest request, Exception failure) {
        return Problems.known(failure).orElseGet(() -> {
            if (isPost(request)) {
                LOG.log(Level.WARNING, "A form could not be read", failure);
                return Problem.of(ProblemKind.INVALID_INPUT, "the form could not be read");
            }
            return Problems.of(failure);
        });
    }

    private static boolean isPost(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }
}
