package org.restante.web.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.InvalidInputException;

/** Reads the body of a request that somebody else reads afterwards. */
final class Payload {

    private Payload() {}

    /**
     * The whole body; empty when it has more bytes than that.
     *
     * @throws InvalidInputException naming {@code body} when it ends before its announced end
     */
    static Optional<byte[]> read(ContainerRequestContext request, int limit) throws IOException {
        long announced = announced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        if (announced > limit) {
            return Optional.empty();
        }
        byte[] body = request.getEntityStream().readNBytes(limit);
        if (body.length == limit && request.getEntityStream().read() >= 0) {
            return Optional.empty();
        }
        if (body.length < announced) {
            throw new InvalidInputException("body", "ended before its announced end");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return Optional.of(body);
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // the server has let only digits through, more of them than a long holds
        }
    }
}
