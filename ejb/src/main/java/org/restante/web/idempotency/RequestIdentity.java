package org.restante.web.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HexFormat;
import org.restante.codec.Sha256;
import org.restante.dedup.FingerprintMismatchException;

/**
 * What a request asks to be done once: who asks, for what, and under which key.
 *
 * @param key in the dedup cache: the same for the same caller, method, path and idempotency key
 * @param fingerprint the same for the same query and body, else {@link FingerprintMismatchException}
 */
record RequestIdentity(String key, String fingerprint) {

    private static final char END = '\0';

    static RequestIdentity of(ContainerRequestContext request, IdempotencyKey given, byte[] body) {
        UriInfo uri = request.getUriInfo();
        Principal caller = request.getSecurityContext().getUserPrincipal();
        // of these only the last could hold the character that parts them
        String key = request.getMethod()
                + END
                + uri.getRequestUri().getRawPath()
                + END
                + given.value()
                + END
                + (caller == null ? "" : caller.getName());
        String query = uri.getRequestUri().getRawQuery();
        String payload = hash(body);
        return new RequestIdentity(
                hash(utf8(key)), query == null || query.isEmpty() ? payload : payload + "?" + hash(utf8(query)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
