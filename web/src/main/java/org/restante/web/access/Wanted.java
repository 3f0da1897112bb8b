package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody wanted who had to log in first.
 *
 * @param path below the application, with the query; never another site's
 */
record Wanted(String path) {

    static final String PARAMETER = "wanted";

    private static final int LONGEST = 2000;
    private static final String HOME = "/";

    /** A path of plain characters whose first segment is not empty, with a query perhaps. */
    private static final Pattern SAFE = Pattern.compile("/(?!/)[A-Za-z0-9._~%/-]*(\\?[A-Za-z0-9._~%/?&=+:@,;!*()-]*)?");

    private static final Pattern DOTS = Pattern.compile("(?:^|/)(?:\\.|%2[eE]){1,2}(?:/|\\?|$)");

    /** What that request is for; of one that changes something its page. */
    static Wanted of(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return of(query == null ? path : path + "?" + query);
    }

    /** What a parameter says; the first page where it says nothing that is a page here. */
    static Wanted of(@Nullable String text) {
        return text == null
                        || text.length() > LONGEST
                        || !SAFE.matcher(text).matches()
                        || DOTS.matcher(text).find()
                ? new Wanted(HOME)
                : new Wanted(text);
    }

    /** Where to log in first. */
    String login(String contextPath) {
        String login = contextPath + LoginServlet.PATH;
        return path.equals(HOME)
                ? login
                : login + "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
