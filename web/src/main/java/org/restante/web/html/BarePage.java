package org.restante.web.html;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.restante.codec.Sha256;

/** A page that stands for itself: no script, no style but its own, nothing from anywhere else. */
public final class BarePage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f6f9;color:#1d2733}
            main{max-width:22rem;margin:15vh auto 0;padding:2rem;background:#fff;border:1px solid #dde3ea;border-radius:.5rem;overflow-wrap:anywhere}
            h1{font-size:1.4rem;margin:0 0 1rem}
            a{color:#1f5fa8}
            label{display:block;margin-top:.75rem;font-weight:600}
            input{box-sizing:border-box;width:100%;padding:.5rem;font:inherit;border:1px solid #5b6b7c;border-radius:.25rem}
            button{margin-top:1.25rem;width:100%;padding:.6rem;font:inherit;font-weight:600;color:#fff;background:#1f5fa8;border:0;border-radius:.25rem}
            [role=alert]{color:#b3261e}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s</title><style>%2$s</style></head>
            <body><main><h1>%1$s</h1>
            %3$s</main></body>
            </html>
            """;

    private BarePage() {}

    /**
     * Writes the page as the whole answer.
     *
     * @param title as plain text
     * @param content as HTML
     */
    public static void write(HttpServletResponse response, int status, String title, String content)
            throws IOException {
        byte[] page = FRAME.formatted(Html.escape(title), STYLE, content).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
