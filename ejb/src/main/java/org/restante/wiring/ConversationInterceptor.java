package org.restante.wiring;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;
import org.restante.messaging.Conversation;
import org.restante.messaging.ConversationCalls;

/** Stands before methods with {@link Conversation}. */
@Interceptor
@Conversation
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 1)
class ConversationInterceptor {

    @Inject
    ConversationCalls calls;

    @Inject
    BeanManager manager;

    @Inject
    @Intercepted
    Bean<?> bean;

    @AroundInvoke
    @Nullable Object around(InvocationContext context) throws Exception {
        return calls.around(context, BeanReference.to(manager, bean));
    }
}
