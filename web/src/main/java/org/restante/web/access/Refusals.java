package org.restante.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.html.Html;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;

/** Answers to those who are not known: a problem, and to browsers that want a page the way to the login, whichever page it was. */
final class Refusals {

    private static final Problem UNKNOWN = Problem.of(
            ProblemKind.UNAUTHENTICATED, "this needs a user and the right password, as HTTP Basic, or a token");
    private static final String PARTIAL_REDIRECT =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"%s\"/></partial-response>";

    private Refusals() {}

    /** Nobody is known for that request. */
    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ConsolePaths.isOperational(request)) {
            unauthenticated(response);
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            partialRedirect(request, response);
        } else if (ConsolePaths.wantsPage(request) && AccessRules.isReading(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", Wanted.of(request).login(request.getContextPath()));
        } else {
            unauthenticated(response);
        }
    }

    /** Not known by what the request came with. */
    static void unauthenticated(HttpServletResponse response) throws IOException {
        response.addHeader("WWW-Authenticate", "Basic realm=\"restante\", charset=\"UTF-8\"");
        response.addHeader("WWW-Authenticate", "Bearer realm=\"restante\"");
        ProblemWriter.write(response, UNKNOWN);
    }

    /** Known, but not allowed to do that: as a page where one is wanted. */
    static void forbidden(HttpServletRequest request, HttpServletResponse response, String detail) throws IOException {
        if (ConsolePaths.isOperational(request) || !ConsolePaths.wantsPage(request)) {
            ProblemWriter.write(response, Problem.of(ProblemKind.FORBIDDEN, detail));
        } else {
            LoginPage.message(response, HttpServletResponse.SC_FORBIDDEN, "Not allowed: " + detail);
        }
    }

    /** As Faces sends a page elsewhere that asked for a part of itself; it comes back to where it is. */
    private static void partialRedirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String url = Wanted.of(request).login(request.getContextPath());
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter().write(PARTIAL_REDIRECT.formatted(Html.escape(url)));
    }
}
