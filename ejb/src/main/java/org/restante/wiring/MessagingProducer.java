package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.restante.Restante;
import org.restante.dedup.PatientClaims;
import org.restante.lease.LeaseKeeper;
import org.restante.messaging.CurrentHandling;
import org.restante.messaging.DeduplicatedCalls;
import org.restante.messaging.Deduplication;
import org.restante.messaging.Handling;
import org.restante.transaction.Transactions;

/** What stands around deduplicated methods of a server. */
@ApplicationScoped
class MessagingProducer {

    @Produces
    @Singleton
    DeduplicatedCalls calls(Restante restante, PatientClaims claims, LeaseKeeper leases, Transactions transactions) {
        return new DeduplicatedCalls(restante::dedup, new Deduplication(claims, leases, transactions));
    }

    @Produces
    @Singleton
    Handling handling() {
        return new CurrentHandling();
    }
}
