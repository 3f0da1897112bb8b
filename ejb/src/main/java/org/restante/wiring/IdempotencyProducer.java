package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.Restante;
import org.restante.lease.LeaseKeeper;
import org.restante.settings.Settings;
import org.restante.web.idempotency.IdempotentRequests;
import org.restante.web.idempotency.RequestEnd;

/** What resources that take an {@code Idempotency-Key} stand on. */
@ApplicationScoped
class IdempotencyProducer {

    @Produces
    @Singleton
    IdempotentRequests requests(Restante restante, LeaseKeeper leases, RequestEnd requestEnd, Settings settings) {
        return new IdempotentRequests(
                restante.dedup(IdempotentRequests.NAMESPACE),
                leases,
                requestEnd,
                settings.http().maxBody());
    }
}
