package org.restante.web.body;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Bytes;
import org.restante.entry.InvalidInputException;
import org.restante.web.json.Json;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.Problems;

/** Reads a JSON body that has a limit. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The body as that type.
     *
     * @throws ProblemException 400 naming what is wrong in it and where, 413 over the limit
     * @throws InvalidInputException naming {@code body} when it is {@code null} or empty
     */
    public static <T> T read(HttpServletRequest request, int limit, TypeReference<T> type) {
        Bytes body = RequestBody.read(request, limit);
        if (body.length() == 0) {
            throw new InvalidInputException("body", "must not be empty");
        }
        return parse(body, type);
    }

    /** The same where there may be no body. */
    public static <T> T readOr(T none, HttpServletRequest request, int limit, TypeReference<T> type) {
        Bytes body = RequestBody.read(request, limit);
        return body.length() == 0 ? none : parse(body, type);
    }

    private static <T> T parse(Bytes body, TypeReference<T> type) {
        try (InputStream json = body.stream()) {
            @Nullable T value = Json.MAPPER.readValue(json, type);
            if (value == null) {
                throw new InvalidInputException("body", "must not be null");
            }
            return value;
        } catch (IOException e) {
            throw Problems.known(e)
                    .<RuntimeException>map(ProblemException::new)
                    .orElseGet(() -> new UncheckedIOException(e));
        }
    }
}
