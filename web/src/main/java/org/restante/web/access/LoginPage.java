package org.restante.web.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.restante.codec.Sha256;

/** The page on which one logs in. It stands for itself: no script, and no style but its own. */
final class LoginPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f3f4f6;color:#111827}
            main{max-width:20rem;margin:15vh auto 0;padding:2rem;background:#fff;border:1px solid #d1d5db;border-radius:.5rem}
            h1{font-size:1.4rem;margin:0 0 1rem}
            label{display:block;margin-top:.75rem}
            input{box-sizing:border-box;width:100%;padding:.5rem;font:inherit;border:1px solid #6b7280;border-radius:.25rem}
            button{margin-top:1.25rem;width:100%;padding:.6rem;font:inherit;color:#fff;background:#1d4ed8;border:0;border-radius:.25rem}
            [role=alert]{color:#991b1b}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>Restante</title><style>%s</style></head>
            <body><main><h1>Restante</h1>
            %s</main></body>
            </html>
            """;

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

    private static void write(HttpServletResponse response, int status, String main) throws IOException {
        byte[] page = FRAME.formatted(STYLE, main).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
