package org.restante.messaging;

import jakarta.interceptor.InvocationContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.restante.codec.BareCbor;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;
import org.restante.messaging.Deduplicated.OnDuplicate;

/** A call that a container makes. */
final class Invocation implements Call {

    private final InvocationContext context;
    private final Deduplicated how;
    private final Border border;
    private final @Nullable Object argument;
    private final DedupKey key;

    /** @throws IllegalArgumentException when what the method says makes no sense for the call */
    Invocation(InvocationContext context, Deduplicated how, Border border) {
        this.context = context;
        this.how = how;
        this.border = border;
        List<@Nullable Object> arguments = Collections.unmodifiableList(Arrays.asList(context.getParameters()));
        this.argument = CallKey.first(arguments);
        this.key = new DedupKey(how.namespace(), CallKey.of(how, arguments));
        requireQueue();
        requireEnd();
    }

    /** What goes on after the method has returned may still fail, and its key would count as handled. */
    private void requireEnd() {
        if (CompletionStage.class.isAssignableFrom(context.getMethod().getReturnType())) {
            throw new IllegalArgumentException("a method that returns a CompletionStage has not ended when it returns");
        }
    }

    private void requireQueue() {
        if (how.maxAttempts() > 0 && (how.deadLetterQueue().isEmpty() || !(argument instanceof Message))) {
            throw new IllegalArgumentException(
                    "maxAttempts needs a deadLetterQueue, and a JMS message as first argument");
        }
    }

    @Override
    public DedupKey key() {
        return key;
    }

    @Override
    public int deliveries() {
        try {
            return argument instanceof Message message && message.propertyExists("JMSXDeliveryCount")
                    ? message.getIntProperty("JMSXDeliveryCount")
                    : 1;
        } catch (JMSException e) {
            throw new IllegalStateException("the message does not tell how often it was delivered", e);
        }
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        return context.proceed();
    }

    @Override
    public Receipt receipt(@Nullable Object result, @Nullable Receipt set) {
        if (!isResultKept()) {
            return set == null ? Receipt.none() : set;
        }
        if (set != null) {
            throw new IllegalStateException(
                    "the result of " + context.getMethod() + " is its receipt, and it set another");
        }
        return Receipt.of(BareCbor.write(result));
    }

    @Override
    public @Nullable Object duplicate(Receipt receipt) {
        if (isResultKept()) {
            return BareCbor.read(receipt.bytes(), context.getMethod().getGenericReturnType());
        }
        if (how.onDuplicate() == OnDuplicate.RECEIPT) {
            border.duplicates().accept(new Duplicate(key, receipt, argument));
        }
        return nothing();
    }

    @Override
    public @Nullable Object giveUp(int attempt) {
        String reason =
                "delivered for the " + attempt + ". time, but to be handled at most " + how.maxAttempts() + " times";
        border.deadLetters().put((Message) argument, how.deadLetterQueue(), reason);
        return nothing();
    }

    @Override
    public String toString() {
        return context.getMethod().toString();
    }

    private boolean isResultKept() {
        return how.onDuplicate() == OnDuplicate.RECEIPT && context.getMethod().getReturnType() != void.class;
    }

    /** Null, or the zero of a primitive type. */
    private @Nullable Object nothing() {
        Method method = context.getMethod();
        Class<?> type = method.getReturnType();
        return type == void.class ? null : Array.get(Array.newInstance(type, 1), 0);
    }
}
