package org.restante.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.restante.web.problem.Problem;

/** A problem as a page, without scripts and without Faces, which may be what failed. */
final class ErrorPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Restante</title></head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="./">Back to the console</a></p></main></body>
            </html>
            """;

    private ErrorPage() {}

    /** Replaces what was written so far; does nothing once an answer is on its way. */
    static void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setContentType("text/html;charset=UTF-8");
        byte[] body = PAGE.formatted(escaped(problem.title()), escaped(problem.detail()))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
