package org.restante.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.html.BarePage;
import org.restante.web.html.Html;
import org.restante.web.problem.Problem;

/** A problem as a page, without Faces, which may be what failed. */
final class ErrorPage {

    private static final String CONTENT = "<p>%s</p><p><a href=\"./\">Back to the console</a></p>\n";

    private ErrorPage() {}

    /** Replaces what was written so far; does nothing once an answer is on its way. */
    static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            BarePage.write(
                    response, problem.status(), problem.title(), CONTENT.formatted(Html.escape(problem.detail())));
        }
    }
}
