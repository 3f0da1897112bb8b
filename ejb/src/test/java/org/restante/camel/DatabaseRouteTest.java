package org.restante.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.dedup.contract.DedupFixture.LEASE;

import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.camel.RestanteIdempotentRepository.Conduct;
import org.restante.dedup.DedupCache;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Effects;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** Several processes, one of which may end while it handles a message, and routes in transactions, on both databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DatabaseRouteTest {

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private DedupCache cache;
    private Effects effects;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        cache = DedupFixture.over(new DatabaseDedupAdapter(database.statements()), clock)
                .of("orders");
        effects = new Effects(database.dataSource(), database.transactions());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Scenario("D6")
    void aMessageWhoseHandlerDiedIsHandledOnceItsLeaseHasRunOut() throws Exception {
        dieWith("a", repository());

        try (Inbox inbox = new Inbox(repository())) {
            Exchange early = inbox.deliver("a");
            assertThat(early.getException())
                    .asInstanceOf(InstanceOfAssertFactories.type(MessageInFlightException.class))
                    .extracting(MessageInFlightException::leaseUntil)
                    .isEqualTo(clock.instant().plus(LEASE));
            assertThat(inbox.handled()).isEmpty();

            clock.advance(LEASE);
            assertThat(inbox.deliver("a").isFailed()).isFalse();
            assertThat(inbox.deliver("a").isFailed()).isFalse();
            assertThat(inbox.handled()).containsExactly("a");
        }
    }

    /** What is avoided: not a promise of ours. */
    @Test
    void withCamelsOwnRepositoryItIsTakenForADuplicateAndLost() throws Exception {
        dieWith("a", new JdbcMessageIdRepository(database.dataSource(), "orders"));

        try (Inbox inbox = new Inbox(new JdbcMessageIdRepository(database.dataSource(), "orders"))) {
            clock.advance(LEASE.multipliedBy(1000));
            assertThat(inbox.deliver("a").isFailed()).isFalse();
            assertThat(inbox.handled()).isEmpty();
        }
    }

    @Test
    @Scenario("D2")
    void ofManyThatDeliverItAtTwoNodesAtOnceOneHandlesItAndTheOthersSkipIt() throws Exception {
        Conduct patient = Conduct.of(Duration.ofSeconds(30));
        try (Inbox one = new Inbox(RestanteIdempotentRepository.independent(cache, patient));
                Inbox other = new Inbox(RestanteIdempotentRepository.independent(cache, patient))) {
            List<Exchange> delivered = Race.of(Thread::new, 12, racer -> (racer % 2 == 0 ? one : other).deliver("a"));

            assertThat(delivered).noneMatch(Exchange::isFailed);
            assertThat(one.handled().size() + other.handled().size()).isEqualTo(1);
        }
    }

    @Test
    @Scenario("D12")
    void inATransactionClaimEffectAndReceiptAreOne() throws Exception {
        RestanteIdempotentRepository joined = RestanteIdempotentRepository.joined(cache, Conduct.of(Duration.ZERO));
        try (Inbox inbox = new Inbox(joined, consumer -> consumer.completionEager(true))) {
            inbox.onMessage(id -> effects.add());

            assertThat(inTransaction(inbox, true).isFailed()).isFalse();
            assertThat(effects.committed()).isZero();
            assertThat(cache.lookup("a")).isEmpty();

            assertThat(inTransaction(inbox, false).isFailed()).isFalse();
            assertThat(inTransaction(inbox, false).isFailed()).isFalse();
            assertThat(effects.committed()).isEqualTo(1);
        }
    }

    /** A process claims the message, and nothing more is heard of it. */
    private static void dieWith(String id, IdempotentRepository repository) throws Exception {
        try (Inbox process = new Inbox(repository)) {
            assertThat(process.begin(repository, id)).isTrue();
        }
    }

    private RestanteIdempotentRepository repository() {
        return RestanteIdempotentRepository.independent(cache, Conduct.of(Duration.ZERO));
    }

    private Exchange inTransaction(Inbox inbox, boolean rollback) {
        try {
            return database.transactions().requiresNew(() -> {
                Exchange exchange = inbox.deliver("a");
                if (rollback) {
                    throw new Undone(exchange);
                }
                return exchange;
            });
        } catch (Undone e) {
            return e.exchange;
        }
    }

    private static final class Undone extends RuntimeException {
        private final transient Exchange exchange;

        Undone(Exchange exchange) {
            this.exchange = exchange;
        }
    }
}
