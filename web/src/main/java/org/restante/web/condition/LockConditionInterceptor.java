package org.restante.web.condition;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.chat.ConversationLocks;
import org.restante.entry.RestanteException;
import org.restante.settings.HttpSettings;
import org.restante.storage.StorageUnavailableException;
import org.restante.web.body.RequestBody;
import org.restante.web.path.RequestPath;

/**
 * Does a change in one transaction with the look at its lock, which nobody gets meanwhile: a change that fails, or whose answer
 * is an error, is undone.
 */
@Interceptor
@LockConditioned
@Priority(Interceptor.Priority.APPLICATION)
public class LockConditionInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    HttpServletRequest request;

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** The method's own answer, or its own failure. */
    @AroundInvoke
    public @Nullable Object around(InvocationContext method) throws Exception {
        Optional<LockCondition> condition = READING.contains(request.getMethod())
                ? Optional.empty()
                : LockCondition.parse(request.getQueryString());
        if (condition.isEmpty()) {
            return method.proceed();
        }
        // no slow client holds the lock's row
        RequestBody.readAhead(request, settings.maxBody());
        return guarded(condition.get(), method);
    }

    private @Nullable Object guarded(LockCondition condition, InvocationContext method) throws Exception {
        String profile = RequestPath.of(request).api(1);
        ConversationLocks locks = restante.profile(profile).chat().locks();
        try {
            return locks.guarded(condition.key(), condition.token(), () -> proceed(method))
                    .value();
        } catch (Undone undone) {
            if (undone.answer != null) {
                return undone.answer;
            }
            throw undone.failure();
        } catch (RestanteException e) {
            throw e;
        } catch (RuntimeException e) {
            // not the method's, so that of the transaction
            throw new StorageUnavailableException("the change could not be committed", e);
        }
    }

    private static Done proceed(InvocationContext method) {
        Object value;
        try {
            value = method.proceed();
        } catch (Exception e) {
            throw new Undone(e, null);
        }
        if (value instanceof Response answer && answer.getStatus() >= 400) {
            throw new Undone(null, answer);
        }
        return new Done(value);
    }

    private record Done(@Nullable Object value) {}

    /** Rolls back what a method did that failed, or has answered with an error. */
    private static final class Undone extends RuntimeException {

        private final transient @Nullable Response answer;

        Undone(@Nullable Exception failure, @Nullable Response answer) {
            super(failure);
            this.answer = answer;
        }

        Exception failure() {
            return getCause() instanceof Exception failure ? failure : this;
        }
    }
}
