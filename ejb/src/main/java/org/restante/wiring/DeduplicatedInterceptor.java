package org.restante.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.restante.messaging.Deduplicated;
import org.restante.messaging.DeduplicatedCalls;
import org.restante.messaging.Duplicate;

/** Stands before methods with {@link Deduplicated}, inside of the transaction that the server has begun for them. */
@Interceptor
@Deduplicated(namespace = "")
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class DeduplicatedInterceptor {

    @Inject
    DeduplicatedCalls calls;

    @Inject
    Event<Duplicate> duplicates;

    @AroundInvoke
    @Nullable Object around(InvocationContext context) throws Exception {
        return calls.around(context, duplicates::fire);
    }
}
