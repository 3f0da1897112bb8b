package org.restante.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.restante.entry.InvalidInputException;

/** Why a request is not done, as RFC 9457 has it. */
enum Refusal {
    INVALID_INPUT(400, "Invalid input"),
    CONFLICT(409, "Conflict"),
    TOO_LARGE(413, "Too large"),
    UNPROCESSABLE(422, "Cannot be processed");

    static final String MEDIA_TYPE = "application/problem+json";

    /** In how many seconds it is worth asking again for what somebody is doing. */
    private static final String RETRY_AFTER = "2";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** Something in the request is malformed. */
    static Response invalid(InvalidInputException failure) {
        return INVALID_INPUT.answer(String.valueOf(failure.getMessage()), Map.of("field", failure.field()));
    }

    /** Another is at it. */
    static Response inFlight() {
        Response answer = CONFLICT.answer("a request with this key is being done", Map.of());
        answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        return answer;
    }

    /** It was done, and what was answered is not known any more. */
    static Response answerLost(int status) {
        return CONFLICT.answer("done already; its answer was too large to be kept", Map.of("answered", status));
    }

    Response answer(String detail, Map<String, Object> members) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(
                "type",
                "urn:restante:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.putAll(members);
        try {
            return Response.status(status)
                    .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                    .entity(JSON.writeValueAsBytes(problem))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
