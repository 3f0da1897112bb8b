package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/** What belongs to the console: everything that is not for programs. */
final class ConsolePaths {

    /** What is for programs: no session opens it, and nobody is sent from there to a page. */
    private static final Set<String> OPERATIONAL = Set.of("api", "health", "metrics", "openapi.yaml", "problem");

    private ConsolePaths() {}

    /** Whether the request is for a program's path, as it is written or as the server routes it. */
    static boolean isOperational(HttpServletRequest request) {
        String raw = request.getRequestURI().substring(request.getContextPath().length());
        return isOperational(raw) || isOperational(request.getServletPath());
    }

    /** Whether a page is wanted, as browsers say when somebody goes somewhere. */
    static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** Whether the path below the application begins with a segment that is for programs. */
    static boolean isOperational(String path) {
        int begin = path.startsWith("/") ? 1 : 0;
        int end = begin;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != ';') {
            end++;
        }
        return OPERATIONAL.contains(path.substring(begin, end));
    }
}
