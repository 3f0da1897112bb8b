package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.dedup.DedupCaches;
import org.restante.dedup.LeaseKeeper;
import org.restante.settings.Settings;
import org.restante.web.idempotency.IdempotentCalls;
import org.restante.web.idempotency.RequestEnd;

/** What resources that take an {@code Idempotency-Key} stand on. */
@ApplicationScoped
class IdempotencyProducer {

    @Produces
    @Singleton
    IdempotentCalls calls(DedupCaches caches, LeaseKeeper leases, RequestEnd requestEnd, Settings settings) {
        return new IdempotentCalls(
                caches.of(IdempotentCalls.NAMESPACE),
                leases,
                requestEnd,
                settings.http().maxBody());
    }
}
