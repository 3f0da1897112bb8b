package org.restante.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.path.RequestPath;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;

/** Refuses what the caller's role does not allow. Behind {@link BasicAuthFilter} and the reading of the path. */
public class AccessFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isFromAnotherSite(request)) {
            refuse(response, "a page of another site cannot change anything here");
        } else if (request.getUserPrincipal() instanceof Caller caller
                && !AccessRules.allow(caller, request.getMethod(), RequestPath.of(request))) {
            refuse(response, "the user " + caller.name() + " may not do this");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A browser sends the credentials it remembers with every form, whoever made the form; it says so in this header. */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return !AccessRules.isReading(request.getMethod()) && ("cross-site".equals(site) || "same-site".equals(site));
    }

    private static void refuse(HttpServletResponse response, String detail) throws IOException {
        ProblemWriter.write(response, Problem.of(ProblemKind.FORBIDDEN, detail));
    }
}
