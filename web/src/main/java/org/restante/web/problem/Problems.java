package org.restante.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.transaction.TransactionalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.restante.chat.InvalidSnapshotException;
import org.restante.chat.LockLostException;
import org.restante.codec.UnreadableValueException;
import org.restante.dedup.DedupCollisionException;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.dedup.ReceiptMismatchException;
import org.restante.dedup.StaleClaimException;
import org.restante.entry.InvalidInputException;
import org.restante.retry.RetryCacheReadOnlyException;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.UnreadableEntryException;

/** Which problem an exception or a status is. */
public final class Problems {

    /** When a client may try again what failed for a cause that passes, in seconds. */
    public static final String RETRY_AFTER = "2";

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final int DEEPEST_CAUSE = 10;

    private Problems() {}

    /** The problem that the exception or one of its causes stands for; else an internal error, whose cause goes to the log. */
    public static Problem of(Throwable failure) {
        return known(failure).orElseGet(() -> internal(failure));
    }

    /** The problem that the exception or one of its causes stands for, if any does. */
    public static Optional<Problem> known(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Problem problem = direct(cause);
            if (problem != null) {
                return Optional.of(problem);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** The problem of that kind, where there is no more to tell. */
    public static Problem of(ProblemKind kind) {
        return Problem.of(kind, detail(kind));
    }

    /** The problem of a status that somebody else decided on. */
    public static Problem ofStatus(int status) {
        return ProblemKind.ofStatus(status)
                .map(Problems::of)
                .orElseGet(() ->
                        new Problem("about:blank", "HTTP " + status, status, "the server answers " + status, Map.of()));
    }

    private static @Nullable Problem direct(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof InvalidInputException invalid) {
            return Problem.of(
                    ProblemKind.INVALID_INPUT, String.valueOf(invalid.getMessage()), Map.of("field", invalid.field()));
        }
        if (failure instanceof UnreadableEntryException
                || failure instanceof UnreadableValueException
                || failure instanceof FingerprintMismatchException
                || failure instanceof ReceiptMismatchException) {
            return Problem.of(ProblemKind.UNPROCESSABLE, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof InvalidSnapshotException invalid) {
            return Problem.of(
                    ProblemKind.UNPROCESSABLE, String.valueOf(invalid.getMessage()), Map.of("path", invalid.path()));
        }
        if (failure instanceof LockLostException) {
            return Problem.of(ProblemKind.CONFLICT, failure.getMessage() + "; nothing was changed");
        }
        if (failure instanceof RetryCacheReadOnlyException
                || failure instanceof StaleClaimException
                || failure instanceof DedupCollisionException) {
            return Problem.of(ProblemKind.CONFLICT, String.valueOf(failure.getMessage()));
        }
        // a transaction that could not be committed
        if (failure instanceof StorageUnavailableException || failure instanceof TransactionalException) {
            LOG.log(Level.WARNING, "The store is unavailable", failure);
            return of(ProblemKind.UNAVAILABLE);
        }
        if (failure instanceof JsonProcessingException json && !(failure instanceof InvalidDefinitionException)) {
            return JsonProblems.of(json);
        }
        // Undertow's own limit, told as an IOException of a class that only it has
        return failure.getClass().getSimpleName().equals("RequestTooBigException")
                ? Problem.of(ProblemKind.TOO_LARGE, "the body is larger than this server is configured to take")
                : null;
    }

    private static Problem internal(Throwable failure) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Internal error " + id, failure);
        return Problem.of(
                ProblemKind.INTERNAL_ERROR, "an error that the log of the server tells under " + id, Map.of("id", id));
    }

    private static String detail(ProblemKind kind) {
        return switch (kind) {
            case NOT_FOUND -> "nothing is at this path";
            case METHOD_NOT_ALLOWED -> "this path does not take this method; the header Allow names those it takes";
            case NOT_ACCEPTABLE -> "the answer has none of the media types that the header Accept names";
            case UNSUPPORTED_MEDIA_TYPE ->
                "this path does not take this Content-Type; where it takes JSON, that is application/json";
            case UNAVAILABLE -> "the store cannot be reached or failed; nothing is known about the outcome";
            case INTERNAL_ERROR -> "an error that the log of the server tells";
            case INVALID_INPUT -> "the request is malformed";
            default -> kind.title();
        };
    }
}
