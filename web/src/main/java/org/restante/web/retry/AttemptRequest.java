package org.restante.web.retry;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.restante.retry.RetryAttempt;
import org.restante.retry.RetryBudget;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Somebody asks for a message once more. */
record AttemptRequest(@Nullable String requester) {

    /**
     * Counts it, and gives how many there were.
     *
     * @throws ProblemException 429 with the same members when there are no more
     */
    RetryAttempt from(RetryBudget budget, String id) {
        RetryAttempt attempt = budget.tryConsume(id, Objects.requireNonNullElse(requester, ""));
        if (!attempt.allowed()) {
            throw new ProblemException(Problem.of(
                    ProblemKind.TOO_MANY_REQUESTS,
                    "this requester has had all its " + attempt.limit() + " attempts at this message",
                    Map.of("allowed", false, "used", attempt.used(), "limit", attempt.limit())));
        }
        return attempt;
    }
}
