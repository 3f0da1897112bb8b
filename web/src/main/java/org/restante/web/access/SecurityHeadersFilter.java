package org.restante.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers on every answer: nothing is cached, nothing is taken for another type than it says. */
public class SecurityHeadersFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        // what pages are made of has its version in its address
        boolean isPart = request.getServletPath().startsWith("/jakarta.faces.resource/");
        response.setHeader("Cache-Control", isPart ? "private, max-age=86400" : "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        if (request.getServletPath().equals("/api")) {
            // an entry may be a page with a script: it is data here, and never runs in this origin
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        }
        chain.doFilter(request, response);
    }
}
