package org.restante.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * An error as RFC 9457 has it.
 *
 * @param type a URN, the same for every problem of its kind
 * @param detail what went wrong this time; never a stack trace or a stored value
 * @param members what else there is to tell, as further members of the JSON object
 */
@JsonPropertyOrder({"type", "title", "status", "detail"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem that is its kind and its detail. */
    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, detail, Map.of());
    }

    /** A problem with more members. */
    public static Problem of(ProblemKind kind, String detail, Map<String, Object> members) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, members);
    }

    /** Input was refused: {@code field} says which. */
    public static Problem invalid(String field, String problem) {
        return of(ProblemKind.INVALID_INPUT, field + " " + problem, Map.of("field", field));
    }
}
