package org.restante.messaging;

import jakarta.interceptor.InvocationContext;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.restante.dedup.DedupCache;

/** Calls of methods with {@link Deduplicated}, as containers make them. Thread-safe. */
public final class DeduplicatedCalls {

    private final Function<String, DedupCache> caches;
    private final Deduplication deduplication;
    private final DeadLetters deadLetters = new DeadLetters();

    /** @param caches by their namespace */
    public DeduplicatedCalls(Function<String, DedupCache> caches, Deduplication deduplication) {
        this.caches = caches;
        this.deduplication = deduplication;
    }

    /**
     * Makes the call, or what is to be done instead.
     *
     * @param duplicates tells the observers
     * @return what the caller is given
     * @throws IllegalStateException naming the method, when what it says makes no sense, or it has no transaction and needs one
     * @throws Exception what {@link Deduplicated} says, and what the method throws
     */
    public @Nullable Object around(InvocationContext context, Consumer<Duplicate> duplicates) throws Exception {
        Rules rules;
        Invocation call;
        try {
            Deduplicated how = annotation(context);
            rules = Rules.of(how);
            call = new Invocation(context, how, new Border(duplicates, deadLetters));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(context.getMethod() + " cannot be deduplicated: " + e.getMessage(), e);
        }
        return deduplication.run(caches.apply(call.key().namespace()), rules, call);
    }

    /** That of the method, else that of the class, which may be one that the container has derived. */
    private static Deduplicated annotation(InvocationContext context) {
        Deduplicated ofMethod = context.getMethod().getAnnotation(Deduplicated.class);
        Deduplicated found =
                ofMethod != null ? ofMethod : context.getTarget().getClass().getAnnotation(Deduplicated.class);
        if (found == null) {
            throw new IllegalArgumentException("neither it nor its class has @Deduplicated itself");
        }
        return found;
    }
}
