package org.restante.web.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that was posted without JavaScript. PrimeFaces refuses a post without the nonce of its page, so one is supplied where
 * none was sent, or none that is well-formed; the page that answers gets it.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private static final String NONCE = "primefaces.nonce";

    private final String nonce =
            Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));

    private FormRequest(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String given = request.getParameter(NONCE);
        return given == null || !given.matches("[A-Za-z0-9+/=]{1,64}") ? new FormRequest(request) : request;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return name.equals(NONCE) ? nonce : super.getParameter(name);
    }
}
