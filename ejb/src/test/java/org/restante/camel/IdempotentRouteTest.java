package org.restante.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.restante.dedup.contract.DedupFixture.LEASE;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.camel.RestanteIdempotentRepository.Conduct;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.DedupCache;
import org.restante.dedup.StaleClaimException;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.testing.TestClock;

/** Each option of the consumer means what it means to Camel. */
class IdempotentRouteTest {

    private static final Conduct AT_ONCE = Conduct.of(Duration.ZERO);

    private final TestClock clock = TestClock.fromNow();
    private final DedupCache cache =
            DedupFixture.over(new MemoryDedupAdapter(), clock).of("orders");
    private final RestanteIdempotentRepository repository = RestanteIdempotentRepository.independent(cache, AT_ONCE);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDuplicateIsSkipped(boolean eager) throws Exception {
        try (Inbox inbox = new Inbox(repository, consumer -> consumer.eager(eager))) {
            inbox.deliver("a");
            Exchange second = inbox.deliver("a");
            inbox.deliver("b");

            assertThat(inbox.handled()).containsExactly("a", "b");
            assertThat(second.isFailed()).isFalse();
            assertDuplicate(second);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageWhoseHandlerFailedIsHandledWhenItComesAgain(boolean eager) throws Exception {
        try (Inbox inbox = new Inbox(repository, consumer -> consumer.eager(eager))) {
            inbox.onMessage(IdempotentRouteTest::fail);
            assertThat(inbox.deliver("a").isFailed()).isTrue();

            inbox.onMessage(id -> {});
            inbox.deliver("a");
            inbox.deliver("a");

            assertThat(inbox.handled()).containsExactly("a");
        }
    }

    /** Its source delivers it again, though no exception says that it has failed. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageThatIsRolledBackIsHandledWhenItComesAgain(boolean completionEager) throws Exception {
        try (Inbox inbox = new Inbox(handler -> new RouteBuilder() {
            @Override
            public void configure() {
                from(Inbox.IN)
                        .idempotentConsumer(header(Inbox.ID), repository)
                        .completionEager(completionEager)
                        .process(exchange -> {
                            handler.handle(exchange);
                            exchange.setRollbackOnly(handler.handled().size() == 1);
                        });
            }
        })) {
            assertThat(inbox.deliver("a").isRollbackOnly()).isTrue();
            inbox.deliver("a");
            inbox.deliver("a");

            assertThat(inbox.handled()).containsExactly("a", "a");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDuplicateThatIsNotSkippedChangesNothingByItsEnd(boolean eager) throws Exception {
        try (Inbox inbox =
                new Inbox(repository, consumer -> consumer.eager(eager).skipDuplicate(false))) {
            inbox.deliver("a");
            inbox.onMessage(IdempotentRouteTest::fail);
            assertThat(inbox.deliver("a").isFailed()).isTrue();

            inbox.onMessage(id -> {});
            Exchange third = inbox.deliver("a");

            assertThat(inbox.handled()).containsExactly("a", "a");
            assertThat(third.isFailed()).isFalse();
            assertDuplicate(third);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedMessageThatIsToBeKeptIsNotHandledAgain(boolean completionEager) throws Exception {
        try (Inbox inbox = new Inbox(
                repository, consumer -> consumer.removeOnFailure(false).completionEager(completionEager))) {
            inbox.onMessage(IdempotentRouteTest::fail);
            assertThat(inbox.deliver("a").isFailed()).isTrue();

            inbox.onMessage(id -> {});
            clock.advance(LEASE.multipliedBy(2));
            inbox.deliver("a");

            assertThat(inbox.handled()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClaimStandsBeforeTheHandlerBeginsAndTheReceiptWhenTheExchangeHasEnded(boolean completionEager)
            throws Exception {
        try (Inbox inbox = new Inbox(repository, consumer -> consumer.completionEager(completionEager))) {
            inbox.onMessage(id -> assertThat(cache.lookup(id)).containsInstanceOf(InFlight.class));

            assertThat(inbox.deliver("a").isFailed()).isFalse();

            assertThat(cache.lookup("a")).containsInstanceOf(Completed.class);
        }
    }

    @Test
    void aMessageThatGoesOnElsewhereIsHandledWhenThatHasEnded() throws Exception {
        try (Inbox inbox = new Inbox(handler -> new RouteBuilder() {
            @Override
            public void configure() {
                from(Inbox.IN).idempotentConsumer(header(Inbox.ID), repository).to("seda:later");
                from("seda:later").process(handler::handle);
            }
        })) {
            inbox.onMessage(IdempotentRouteTest::fail);
            inbox.deliver("a");
            Awaitility.await().until(() -> cache.lookup("a").isEmpty());

            inbox.onMessage(id -> assertThat(cache.lookup(id)).containsInstanceOf(InFlight.class));
            inbox.deliver("a");
            Awaitility.await().until(() -> cache.lookup("a").orElse(null) instanceof Completed);

            assertThat(inbox.handled()).containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExchangeWhoseClaimWasLostHasFailed(boolean completionEager) throws Exception {
        try (Inbox inbox = new Inbox(repository, consumer -> consumer.completionEager(completionEager))) {
            inbox.onMessage(id -> clock.advance(LEASE));

            assertThat(inbox.deliver("a").getException()).isInstanceOf(StaleClaimException.class);

            assertThat(cache.lookup("a")).isEmpty();
        }
    }

    @Test
    void aRouteThatWasStoppedGoesOn() throws Exception {
        try (Inbox inbox = new Inbox(repository)) {
            inbox.deliver("a");
            inbox.restart();
            inbox.deliver("a");
            inbox.deliver("b");

            assertThat(inbox.handled()).containsExactly("a", "b");
        }
    }

    @Test
    void withoutAnExchangeTheRepositoryItselfRemembersItsClaims() throws Exception {
        try (Inbox inbox = new Inbox(repository)) {
            assertThat(repository.add("a")).isTrue();
            assertThat(repository.contains("a")).isFalse();
            assertThatThrownBy(() -> repository.add("a")).isInstanceOf(MessageInFlightException.class);

            assertThat(repository.remove("a")).isTrue();
            assertThat(repository.remove("a")).isFalse();
            assertThat(repository.add("a")).isTrue();
            assertThat(repository.confirm("a")).isTrue();
            assertThat(repository.confirm("a")).isFalse();

            assertThat(repository.contains("a")).isTrue();
            assertThat(repository.add("a")).isFalse();
            inbox.deliver("a");
            assertThat(inbox.handled()).isEmpty();
        }
    }

    @Test
    void aRepositoryThatWasNotStartedClaimsNothing() {
        assertThatThrownBy(() -> repository.add("a")).isInstanceOf(IllegalStateException.class);
        assertThat(cache.lookup("a")).isEmpty();
        assertThatThrownBy(repository::start).hasMessageContaining("Camel context");
    }

    @Test
    void nothingIsForgottenAtOnce() {
        assertThatThrownBy(repository::clear)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("namespace");
    }

    private static void assertDuplicate(Exchange exchange) {
        assertThat(exchange.getProperty(Exchange.DUPLICATE_MESSAGE, Boolean.class))
                .isTrue();
    }

    private static void fail(String id) {
        throw new IllegalArgumentException(id);
    }
}
