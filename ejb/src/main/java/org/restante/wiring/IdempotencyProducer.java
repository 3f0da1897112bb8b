package org.restante.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.LeaseKeeper;
import org.restante.idempotency.IdempotentCalls;
import org.restante.idempotency.RequestEnd;
import org.restante.settings.Settings;

/** What resources that take an {@code Idempotency-Key} stand on. */
@ApplicationScoped
class IdempotencyProducer {

    @Resource
    ManagedScheduledExecutorService executor;

    @Produces
    @Singleton
    IdempotentCalls calls(DedupCaches caches, RequestEnd requestEnd, Settings settings) {
        return new IdempotentCalls(
                caches.of(IdempotentCalls.NAMESPACE),
                new LeaseKeeper(executor),
                requestEnd,
                settings.http().maxBody());
    }
}
