package org.restante.web.chat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.restante.codec.BareCbor;
import org.restante.codec.Bytes;
import org.restante.codec.Content;
import org.restante.codec.UnreadableValueException;
import org.restante.codec.Utf8;
import org.restante.entry.InvalidInputException;
import org.restante.web.body.RequestBody;
import org.restante.web.json.Json;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.Problems;

/** JSON that is kept and given back to the byte. */
final class RawJson {

    private RawJson() {}

    /**
     * A body that is one JSON value in UTF-8, to the byte.
     *
     * @throws InvalidInputException naming {@code body} when it is none
     * @throws ProblemException 400 where it is malformed, 413 over the limit
     */
    static Content read(HttpServletRequest request, int limit) {
        return checked(RequestBody.read(request, limit));
    }

    /** The same of bytes. */
    static Content checked(Bytes body) {
        try {
            requireOne(Utf8.decode(body.toArray()));
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("body", "must be UTF-8");
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problems.of(e));
        } catch (IOException e) {
            throw new InvalidInputException("body", "must be JSON");
        }
        return new Content(Content.JSON, body);
    }

    private static void requireOne(String text) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new InvalidInputException("body", "must not be empty");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new InvalidInputException("body", "must be one JSON value");
            }
        }
    }

    /**
     * What is kept, as JSON; what applications have written as CBOR is converted, texts and bytes become a JSON text.
     *
     * @throws UnreadableValueException when it is damaged
     */
    static byte[] of(Content content) {
        if (content.isJson()) {
            return content.bytes();
        }
        if (content.essence().equals(Content.CBOR)) {
            return written(BareCbor.read(content.bytes(), Object.class));
        }
        boolean text = content.essence().startsWith("text/");
        return written(text ? new String(content.bytes(), StandardCharsets.UTF_8) : content.bytes());
    }

    private static byte[] written(@Nullable Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UnreadableValueException("what is kept cannot be written as JSON");
        }
    }
}
