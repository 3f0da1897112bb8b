package org.restante.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers on every answer: nothing is cached, nothing is taken for another type than it says. */
public class SecurityHeadersFilter extends HttpFilter {

    /** An entry may be a page with a script: it is data here, and never runs in this origin. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /** Which scripts run is said by the pages themselves, in a further header with a nonce of its own for each. */
    private static final String CONSOLE =
            "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " connect-src 'self'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline';"
                    + " frame-src 'none'; worker-src 'none'; manifest-src 'none'; media-src 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // what pages are made of has its version in its address
        boolean isPart = request.getServletPath().startsWith("/jakarta.faces.resource/");
        response.setHeader("Cache-Control", isPart ? "private, max-age=86400" : "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", ConsolePaths.isOperational(request) ? DATA : CONSOLE);
        chain.doFilter(request, response);
    }
}
