package org.restante.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.Dispatcher;
import org.restante.messaging.Conversation;
import org.restante.messaging.ConversationCalls;

/** Beans that handle conversations, as far as Restante's module sees them. */
@Dependent
class ConversationBeans {

    @Inject
    @Any
    Instance<ConversationHandler<?>> handlers;

    @Inject
    BeanManager manager;

    @Inject
    ConversationCalls calls;

    /** From now on this node handles what waits for them. */
    void resume(Dispatcher dispatcher) {
        handlers.forEach(dispatcher::resume);
        for (Bean<?> bean : manager.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (!isOfItsClass(bean)) {
                continue;
            }
            for (Method method : bean.getBeanClass().getMethods()) {
                if (method.isAnnotationPresent(Conversation.class)) {
                    dispatcher.resume(calls.handler(method, BeanReference.to(manager, bean)));
                }
            }
        }
    }

    /** Not one that a producer in that class makes. */
    private static boolean isOfItsClass(Bean<?> bean) {
        return bean.getTypes().stream()
                .anyMatch(type -> type != Object.class
                        && type instanceof Class<?> known
                        && known.isAssignableFrom(bean.getBeanClass()));
    }
}
