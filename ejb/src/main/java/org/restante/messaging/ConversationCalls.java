package org.restante.messaging;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.conversation.Admission;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.Conversations;

/** Calls of methods with {@link Conversation}, as containers make them. Thread-safe. */
public final class ConversationCalls {

    private final Function<String, Conversations> profiles;
    private final Map<Method, MethodHandler> handlers = new ConcurrentHashMap<>();

    /** @param profiles by their names */
    public ConversationCalls(Function<String, Conversations> profiles) {
        this.profiles = profiles;
    }

    /** Calls a method of a bean as from outside. */
    @FunctionalInterface
    public interface BeanCall {
        void call(Method method, Object argument) throws InvocationTargetException, IllegalAccessException;
    }

    /**
     * Keeps the message, or, where it was kept before and its turn has come, makes the call.
     *
     * @param later makes it
     * @throws IllegalStateException naming the method, when what it says makes no sense
     * @throws Exception what {@link Conversation} says, and what the method throws
     */
    public @Nullable Object around(InvocationContext context, BeanCall later) throws Exception {
        if (MethodHandler.isRunning(context.getMethod(), first(context))) {
            return context.proceed();
        }
        MethodHandler handler = handlers.computeIfAbsent(context.getMethod(), method -> made(method, later));
        try {
            keep(handler, Arrays.asList(context.getParameters()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(context.getMethod() + " handles no conversation: " + e.getMessage(), e);
        }
        return null;
    }

    private static @Nullable Object first(InvocationContext context) {
        Object[] parameters = context.getParameters();
        return parameters.length == 0 ? null : parameters[0];
    }

    /**
     * A handler that calls the method of that name.
     *
     * @throws IllegalStateException naming the method, when what it says makes no sense
     */
    public ConversationHandler<?> handler(Method method, BeanCall later) {
        return handlers.computeIfAbsent(method, made -> made(made, later));
    }

    private static MethodHandler made(Method method, BeanCall later) {
        Conversation how = method.getAnnotation(Conversation.class);
        if (how == null) {
            throw new IllegalStateException(method + " has no @Conversation itself");
        }
        if (method.isAnnotationPresent(Deduplicated.class)
                || method.getDeclaringClass().isAnnotationPresent(Deduplicated.class)) {
            throw new IllegalStateException(
                    method
                            + " has @Deduplicated too, which is for who calls it: @Conversation knows what came before by its id");
        }
        try {
            return new MethodHandler(how, method, later);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(method + " handles no conversation: " + e.getMessage(), e);
        }
    }

    private void keep(MethodHandler handler, List<@Nullable Object> arguments) {
        Conversation how = handler.how();
        Object message = arguments.get(0);
        if (message == null) {
            throw new MissingKeyException("message");
        }
        String profile = how.profile().isEmpty() ? text(how.profileExpression(), arguments) : how.profile();
        String key = text(how.key(), arguments);
        Admission admission = profiles.apply(profile).handle(key, text(how.id(), arguments), message, handler);
        if (admission == Admission.REJECTED) {
            throw new ConversationBusyException(key);
        }
    }

    private static String text(String expression, List<@Nullable Object> arguments) {
        return Expression.present(Expression.evaluated(expression, arguments), expression);
    }
}
