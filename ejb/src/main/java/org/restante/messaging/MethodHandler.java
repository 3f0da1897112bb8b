package org.restante.messaging;

import jakarta.jms.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.ConversationRules;
import org.restante.conversation.Turn;

/** A method with {@link Conversation} as a handler. Thread-safe. */
final class MethodHandler implements ConversationHandler<Object> {

    /** The call that the calling thread is to make, not keep. */
    private static final ThreadLocal<@Nullable Call> CALL = new ThreadLocal<>();

    private final Conversation how;
    private final Method method;
    private final ConversationRules rules;
    private final ConversationCalls.BeanCall bean;

    /** @throws IllegalArgumentException when what the method says makes no sense */
    MethodHandler(Conversation how, Method method, ConversationCalls.BeanCall bean) {
        if (method.getParameterCount() != 1 || method.getReturnType() != void.class) {
            throw new IllegalArgumentException("it must have one parameter, the message, and no result");
        }
        if (Message.class.isAssignableFrom(method.getParameterTypes()[0])) {
            throw new IllegalArgumentException("a message of JMS cannot be kept; a message-driven bean hands what is in"
                    + " it to a method of another bean, which has the annotation");
        }
        if (how.profile().isEmpty() == how.profileExpression().isEmpty()) {
            throw new IllegalArgumentException("either profile or profileExpression must be given");
        }
        if (how.key().isEmpty() || how.id().isEmpty()) {
            throw new IllegalArgumentException("key and id must be given");
        }
        ConversationHandler.requireName(how.name());
        this.how = how;
        this.method = method;
        this.bean = bean;
        this.rules = ConversationRules.of(how.strategy())
                .withLease(duration("lease", how.lease()))
                .withWindow(duration("window", how.window()))
                .withLimit(duration("limit", how.limit()))
                .withCap(how.cap())
                .withMaxAttempts(how.maxAttempts());
    }

    private static Duration duration(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " must be an ISO-8601 duration, but is '" + text + "'", e);
        }
    }

    /** A call of the method with that message, and whether it has come to it. */
    private static final class Call {

        private final Method method;
        private final Object message;
        private boolean reached;

        Call(Method method, Object message) {
            this.method = method;
            this.message = message;
        }
    }

    /** Whether the calling thread is to make that call, and not to keep it. */
    @SuppressWarnings("ReferenceEquality") // that very message, not one like it
    static boolean isRunning(Method method, @Nullable Object message) {
        Call call = CALL.get();
        boolean running = call != null && call.method.equals(method) && call.message == message;
        if (running && call != null) {
            call.reached = true;
        }
        return running;
    }

    Conversation how() {
        return how;
    }

    @Override
    public String name() {
        return how.name();
    }

    @Override
    @SuppressWarnings("unchecked") // messages are of the parameter's class
    public Class<Object> type() {
        return (Class<Object>) method.getParameterTypes()[0];
    }

    @Override
    public ConversationRules rules() {
        return rules;
    }

    @Override
    public void handle(Turn<Object> turn) throws Exception {
        Call call = new Call(method, turn.message());
        CALL.set(call);
        try {
            bean.call(method, turn.message());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } finally {
            CALL.remove();
        }
        if (!call.reached) {
            throw new IllegalStateException(
                    "another interceptor has kept the call from " + method + ": the message is not taken for handled");
        }
    }
}
