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

/** Answers to failed logins, held back without a thread that waits. Thread-safe. */
public final class HeldAnswers {

    /** More than so many held back at once are answered at once: to refuse must not cost more than to ask. */
    static final int MAX_WAITING = 500;

    private static final Logger LOG = System.getLogger(HeldAnswers.class.getName());
    private static final long ASYNC_TIMEOUT_MILLIS = 30_000;

    private final ScheduledExecutorService executor;
    private final LoginThrottle throttle;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    public HeldAnswers(ScheduledExecutorService executor, LoginThrottle throttle) {
        this.executor = executor;
        this.throttle = throttle;
    }

    /** Writes an answer. */
    interface Answer {
        void write() throws IOException;
    }

    /** Answers a login that failed, later; the calling thread goes on at once. */
    void failed(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        later(request, response, throttle.failed(request.getRemoteAddr()), answer);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // finish() tells of its failures itself
    private void later(HttpServletRequest request, HttpServletResponse response, Duration delay, Answer answer)
            throws IOException {
        if (!request.isAsyncSupported() || !waiting.tryAcquire()) {
            answer.write();
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(ASYNC_TIMEOUT_MILLIS);
        try {
            executor.schedule(() -> finish(async, answer), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            finish(async, answer);
        }
    }

    private void finish(AsyncContext async, Answer answer) {
        waiting.release();
        try {
            answer.write();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The client did not wait for its refusal", e);
        } finally {
            async.complete();
        }
    }
}
