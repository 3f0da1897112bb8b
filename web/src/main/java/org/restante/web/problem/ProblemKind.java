package org.restante.web.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to fail: each with its status, and a URN that stays. */
public enum ProblemKind {
    INVALID_INPUT(400, "Invalid input"),
    UNAUTHENTICATED(401, "Credentials needed"),
    FORBIDDEN(403, "Not allowed for this user"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    UNPROCESSABLE(422, "Cannot be processed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Internal error"),
    UNAVAILABLE(503, "Unavailable for now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The kind that has that status, if any has. */
    static Optional<ProblemKind> ofStatus(int status) {
        return Stream.of(values()).filter(kind -> kind.status == status).findFirst();
    }

    /** For example {@code urn:restante:problem:invalid-input}. */
    public String type() {
        return "urn:restante:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
