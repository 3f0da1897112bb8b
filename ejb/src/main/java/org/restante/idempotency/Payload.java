package org.restante.idempotency;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
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
        int announced = request.getLength();
        if (announced > limit || !request.hasEntity()) {
            return announced > limit ? Optional.empty() : Optional.of(new byte[0]);
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
}
