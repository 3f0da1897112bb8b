package org.restante.web.access;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;

/** Answers 401, at once or held back without a thread that waits. Thread-safe. */
final class Refusals {

    /** More than so many held back at once are answered at once: to refuse must not cost more than to ask. */
    static final int MAX_WAITING = 500;

    private static final Logger LOG = System.getLogger(Refusals.class.getName());
    private static final long ASYNC_TIMEOUT_MILLIS = 30_000;
    private static final Problem PROBLEM =
            Problem.of(ProblemKind.UNAUTHENTICATED, "this needs a user and the right password, as HTTP Basic");

    private final ScheduledExecutorService executor;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Refusals(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Answers now. */
    void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"restante\", charset=\"UTF-8\"");
        ProblemWriter.write(response, PROBLEM);
    }

    /** Answers after that time; the calling thread goes on at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // finish() tells of its failures itself
    void refuseLater(HttpServletRequest request, HttpServletResponse response, Duration delay) throws IOException {
        if (!request.isAsyncSupported() || !waiting.tryAcquire()) {
            refuse(response);
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(ASYNC_TIMEOUT_MILLIS);
        try {
            executor.schedule(() -> finish(async, response), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            finish(async, response);
        }
    }

    private void finish(AsyncContext async, HttpServletResponse response) {
        waiting.release();
        try {
            refuse(response);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client did not wait for its refusal", e);
        } finally {
            async.complete();
        }
    }
}
