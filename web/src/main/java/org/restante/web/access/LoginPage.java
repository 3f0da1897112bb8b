package org.restante.web.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.restante.web.html.BarePage;
import org.restante.web.html.Html;

/** The page on which one logs in. */
final class LoginPage {

    private static final String FORM = """
            %s<form method="post" action="login">
            <input type="hidden" name="wanted" value="%s">
            <label for="user">User</label><input id="user" name="user" autocomplete="username" required autofocus>
            <label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">Log in</button>
            </form>
            """;

    private static final String ALERT = "<p role=\"alert\">%s</p>\n";

    private LoginPage() {}

    /** The form, empty. */
    static void form(HttpServletResponse response, Wanted wanted) throws IOException {
        write(response, HttpServletResponse.SC_OK, FORM.formatted("", Html.escape(wanted.path())));
    }

    /** The form once more, for whom it did not know. */
    static void refused(HttpServletResponse response, Wanted wanted) throws IOException {
        response.setHeader("WWW-Authenticate", "FormBased"); // which no browser asks a password for
        String alert = ALERT.formatted("No user with this password.");
        write(response, HttpServletResponse.SC_UNAUTHORIZED, FORM.formatted(alert, Html.escape(wanted.path())));
    }

    /** A page that only says something. */
    static void message(HttpServletResponse response, int status, String message) throws IOException {
        write(response, status, ALERT.formatted(Html.escape(message)));
    }

    private static void write(HttpServletResponse response, int status, String content) throws IOException {
        BarePage.write(response, status, "Restante", content);
    }
}
