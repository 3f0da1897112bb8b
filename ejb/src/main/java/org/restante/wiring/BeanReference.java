package org.restante.wiring;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import org.restante.messaging.ConversationCalls.BeanCall;

/** Calls beans as others do who have injected them. */
final class BeanReference {

    private BeanReference() {}

    /** Calls methods of that bean; one that is nobody's but the caller's goes after the call. */
    static BeanCall to(BeanManager manager, Bean<?> bean) {
        return (method, argument) -> {
            CreationalContext<?> context = manager.createCreationalContext(bean);
            try {
                method.invoke(manager.getReference(bean, type(bean, method.getDeclaringClass()), context), argument);
            } finally {
                context.release();
            }
        };
    }

    private static Type type(Bean<?> bean, Class<?> declaring) {
        return bean.getTypes().contains(declaring) ? declaring : bean.getBeanClass();
    }
}
