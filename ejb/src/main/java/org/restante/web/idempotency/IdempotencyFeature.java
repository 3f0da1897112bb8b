package org.restante.web.idempotency;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Idempotent} means. An application names this class among those of its {@code jakarta.ws.rs.core.Application}:
 *
 * <pre>{@code
 * @ApplicationPath("api")
 * public class Shop extends Application {
 *     @Override
 *     public Set<Class<?>> getClasses() {
 *         return Set.of(OrdersResource.class, IdempotencyFeature.class);
 *     }
 * }
 *
 * @POST
 * @Idempotent(required = true)
 * public Response order(Order order) { … }
 * }</pre>
 *
 * <p>A key is that of one caller (the user principal), one method and one path. The first request with it is done, and its
 * answer is kept for the retention of the dedup namespace {@value IdempotentRequests#NAMESPACE}. A further one gets
 *
 * <ul>
 *   <li>that answer, with {@code Idempotency-Replayed: true}; where it had more than 64 KiB, 409;
 *   <li>409 with {@code Retry-After} while the first is being done;
 *   <li>422 when its query or body is another.
 * </ul>
 *
 * <p>Answers that invite to try again (5xx, 408, 409, 425, 429) and 401 and 403 are not kept: the key is free again. Where the
 * server dies it is free when the lease has run out; then the work may have been done in part, unless it is one transaction.
 * Bodies of requests with a key are held in memory, up to {@code restante.http.max-body}. Not for asynchronous resource methods,
 * which answer after they have returned.
 */
@Provider
public class IdempotencyFeature implements DynamicFeature {

    /** The header that holds the key. */
    public static final String HEADER = IdempotencyKey.HEADER;

    /** Behind authentication and authorization, before what reads the entity; what compresses it is around. */
    public static final int PRIORITY = Priorities.ENTITY_CODER + 500;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Idempotent idempotent = annotation(resource);
        if (idempotent != null) {
            context.register(new IdempotencyFilter(IdempotencyFeature::requests, idempotent.required()), PRIORITY);
            context.register(new AnswerKeeper(), PRIORITY);
        }
    }

    /** Looked up, since not every server injects into what an application has named, and REST wants a constructor of its own. */
    private static IdempotentRequests requests() {
        return CDI.current().select(IdempotentRequests.class).get();
    }

    private static @Nullable Idempotent annotation(ResourceInfo resource) {
        Idempotent ofMethod = resource.getResourceMethod().getAnnotation(Idempotent.class);
        return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Idempotent.class);
    }
}
