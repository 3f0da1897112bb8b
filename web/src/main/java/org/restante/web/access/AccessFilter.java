package org.restante.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.path.RequestPath;

/** Refuses what the caller's role does not allow. Behind {@link AuthenticationFilter} and the reading of the path. */
public class AccessFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!AccessRules.isReading(request.getMethod()) && OtherSites.made(request)) {
            Refusals.forbidden(request, response, "a page of another site cannot change anything here");
        } else if (request.getUserPrincipal() instanceof Caller caller
                && !AccessRules.allow(caller, request.getMethod(), RequestPath.of(request))) {
            Refusals.forbidden(request, response, "the user " + caller.name() + " may not do this");
        } else {
            chain.doFilter(request, response);
        }
    }
}
