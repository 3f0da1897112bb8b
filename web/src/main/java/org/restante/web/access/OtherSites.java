package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page of another site made a request. A browser sends the session and the credentials that it remembers with every
 * form, whoever made the form; it says so in headers that no page can set.
 */
final class OtherSites {

    private OtherSites() {}

    /** Whether another site is behind it; programs, which say nothing about it, are not. */
    static boolean made(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site") || site.equals("same-site");
        }
        String origin = request.getHeader("Origin"); // older browsers
        return origin != null && !host(origin).equals(lower(request.getHeader("Host")));
    }

    private static String host(String origin) {
        int scheme = origin.indexOf("://");
        return lower(scheme < 0 ? "" : origin.substring(scheme + 3));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "-" : text.toLowerCase(Locale.ROOT);
    }
}
