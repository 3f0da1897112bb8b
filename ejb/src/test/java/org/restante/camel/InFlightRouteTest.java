package org.restante.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.junit.jupiter.api.Test;
import org.restante.camel.RestanteIdempotentRepository.Conduct;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.testing.Elsewhere;

/** A message that comes while another with its key is handled. */
class InFlightRouteTest {

    private final DedupCache cache =
            DedupFixture.over(new MemoryDedupAdapter(), InstantSource.system()).of("orders");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void itIsNeitherSkippedNorHandledTwice() throws Exception {
        try (Inbox inbox = heldUp(repository(Conduct.of(Duration.ZERO)))) {
            CompletableFuture<Exchange> first = first(inbox);

            Exchange second = inbox.deliver("a");
            assertThat(second.getException())
                    .isInstanceOf(MessageInFlightException.class)
                    .hasMessageContaining("orders:")
                    .hasMessageNotContaining("orders:a ");

            end.countDown();
            assertThat(Elsewhere.await(first).isFailed()).isFalse();
            assertThat(inbox.deliver("a").isFailed()).isFalse();
            assertThat(inbox.handled()).containsExactly("a");
        }
    }

    @Test
    void itWaitsAndIsSkippedWhenTheOtherWasHandled() throws Exception {
        AtomicLong nanos = new AtomicLong();
        PatientClaims claims = new PatientClaims(nanos::get, pause -> {
            nanos.addAndGet(pause.toNanos());
            end.countDown();
            await().until(() -> !(cache.lookup("a").orElse(null) instanceof InFlight));
        });
        Conduct conduct = new Conduct(Duration.ofSeconds(10), ClaimTerms.defaults(), claims);
        try (Inbox inbox = heldUp(repository(conduct))) {
            CompletableFuture<Exchange> first = first(inbox);

            assertThat(inbox.deliver("a").isFailed()).isFalse();

            Elsewhere.await(first);
            assertThat(inbox.handled()).containsExactly("a");
            assertThat(nanos.get()).isPositive();
        }
    }

    @Test
    void theOthersLeaseIsRenewedAsLongAsItTakes() throws Exception {
        ClaimTerms terms = ClaimTerms.defaults().withLease(Duration.ofMillis(600));
        Conduct conduct = new Conduct(Duration.ZERO, terms, PatientClaims.system());
        try (Inbox inbox = heldUp(repository(conduct))) {
            CompletableFuture<Exchange> first = first(inbox);
            Instant secondLease = leaseUntil();

            await().until(() -> leaseUntil().isAfter(secondLease.plus(terms.lease())));

            end.countDown();
            assertThat(Elsewhere.await(first).isFailed()).isFalse();
            assertThat(inbox.deliver("a").isFailed()).isFalse();
            assertThat(inbox.handled()).containsExactly("a");
        }
    }

    /** A route that stops, stops its repository, which may be another's too. */
    @Test
    void itsLeaseIsRenewedStillWhenAnotherRouteStops() throws Exception {
        ClaimTerms terms = ClaimTerms.defaults().withLease(Duration.ofMillis(600));
        RestanteIdempotentRepository repository = repository(new Conduct(Duration.ZERO, terms, PatientClaims.system()));
        try (Inbox inbox = heldUp(repository)) {
            CompletableFuture<Exchange> first = first(inbox);
            repository.stop();
            Instant lease = leaseUntil();

            await().until(() -> leaseUntil().isAfter(lease.plus(terms.lease())));

            end.countDown();
            assertThat(Elsewhere.await(first).isFailed()).isFalse();
        }
    }

    private Instant leaseUntil() {
        return cache.lookup("a")
                .map(InFlight.class::cast)
                .map(InFlight::leaseUntil)
                .orElseThrow();
    }

    private RestanteIdempotentRepository repository(Conduct conduct) {
        return RestanteIdempotentRepository.independent(cache, conduct);
    }

    /** One whose handler waits. */
    private Inbox heldUp(IdempotentRepository repository) throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        Inbox inbox = new Inbox(repository);
        inbox.onMessage(id -> {
            if (first.getAndSet(false)) {
                begun.countDown();
                pass(end);
            }
        });
        return inbox;
    }

    /** The first message, of which the handler has begun. */
    private CompletableFuture<Exchange> first(Inbox inbox) {
        CompletableFuture<Exchange> first = Elsewhere.start(Thread::new, () -> inbox.deliver("a"));
        pass(begun);
        return first;
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
