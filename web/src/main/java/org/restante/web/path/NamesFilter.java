package org.restante.web.path;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.entry.InvalidInputException;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;
import org.restante.web.problem.Problems;

/**
 * Reads the names in a path once, from the raw request, and hands API requests on with a path of harmless characters:
 * servers differ in what they make of {@code %2F}, {@code ;} and dots.
 */
public class NamesFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestPath path;
        try {
            path = RequestPath.read(request.getRequestURI(), request.getContextPath());
            checkQuery(request);
        } catch (InvalidInputException e) {
            ProblemWriter.write(response, Problems.of(e));
            return;
        }
        path.attach(request);
        boolean routedToApi = request.getServletPath().equals(CanonicalRequest.MAPPING);
        if (path.isApi() != routedToApi) {
            ProblemWriter.write(response, Problems.of(ProblemKind.NOT_FOUND));
            return;
        }
        chain.doFilter(path.isApi() ? new CanonicalRequest(request, path) : request, response);
    }

    private static void checkQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return;
        }
        try {
            PercentDecoder.decode(query);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("query", String.valueOf(e.getMessage()));
        }
    }
}
