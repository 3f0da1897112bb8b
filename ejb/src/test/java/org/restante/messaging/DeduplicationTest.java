package org.restante.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.restante.dedup.contract.DedupFixture.LEASE;

import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.Decision.Taken;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.PatientClaims;
import org.restante.dedup.Receipt;
import org.restante.dedup.StaleClaimException;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.jpa.DatabaseDedupAdapter;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.lease.LeaseKeeper;
import org.restante.messaging.Deduplicated.Mode;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Effects;
import org.restante.testing.Elsewhere;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;
import org.restante.transaction.Transactions;

/** What becomes of calls, on both databases. The effect of a call is a row. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class DeduplicationTest {

    static final String NAMESPACE = "calls";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "key";

    private final TestClock clock = TestClock.fromNow();
    private final SteppingTime time = new SteppingTime();
    private final Handling handling = new CurrentHandling();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Transactions transactions;
    private Effects effects;
    private DedupCache cache;
    private Deduplication deduplication;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        transactions = database.transactions();
        effects = new Effects(database.dataSource(), transactions);
        cache = cache(new DatabaseDedupAdapter(database.statements()));
        deduplication = new Deduplication(new PatientClaims(time, time), new LeaseKeeper(executor), transactions);
    }

    @AfterEach
    void close() {
        executor.shutdownNow();
        database.close();
    }

    @Test
    @Scenario("D12")
    void aJoinedClaimTheWorkAndTheReceiptAreVisibleTogether() {
        TestCall call = new TestCall(KEY, () -> {
            assertThat(Elsewhere.get(Thread::new, this::state)).isEmpty();
            return effect();
        });

        assertThat(inTransaction(joined(), call)).isEqualTo("done");

        assertThat(receipt()).isEqualTo(Receipt.of("done"));
        assertThat(effects.committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    @Scenario("D14")
    void aDuplicateIsNotRunAndIsGivenTheReceipt(Mode mode) {
        TestCall first = new TestCall(KEY, () -> {
            handling.receipt(Receipt.of("first"));
            return effect();
        });
        inTransaction(rules(mode), first);
        TestCall second = new TestCall(KEY, this::effect);

        assertThat(inTransaction(rules(mode), second)).isEqualTo(Receipt.of("first"));

        assertThat(second.runs()).isZero();
        assertThat(effects.committed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    @Scenario("D14")
    void whoThrowsGivesTheKeyBackAndItsOwnExceptionReachesTheCaller(Mode mode) {
        IOException failure = new IOException("x");

        assertThat(catchThrowable(() -> inTransaction(rules(mode), new TestCall(KEY, () -> {
                    effect();
                    throw failure;
                }))))
                .isSameAs(failure);

        assertThat(state()).isEmpty();
        assertThat(effects.committed()).isZero();
        assertThat(inTransaction(rules(mode), new TestCall(KEY, this::effect))).isEqualTo("done");
    }

    @Test
    void anExceptionThatDoesNotRollBackGivesTheKeyBackToo() {
        transactions.required(() -> {
            assertThat(catchThrowable(() -> deduplication.run(cache, joined(), new TestCall(KEY, () -> {
                        effect();
                        throw new IOException("handled by the caller");
                    }))))
                    .isInstanceOf(IOException.class);
            return null;
        });

        assertThat(effects.committed()).isEqualTo(1);
        assertThat(state()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whoMarksTheTransactionForRollbackGivesTheKeyBack(Mode mode) {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> inTransaction(rules(mode), new TestCall(KEY, () -> {
                    markForRollback();
                    return "done";
                })));

        assertThat(state()).isEmpty();
    }

    @Test
    void aJoinedTakeOverThatIsRolledBackLeavesTheClaimThatRanOut() {
        claim(LEASE);
        clock.advance(LEASE);
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> inTransaction(joined(), new TestCall(KEY, () -> {
                    assertThat(handling.attempt()).isEqualTo(2);
                    markForRollback();
                    return "done";
                })));

        assertThat(claim(LEASE).attempt()).isEqualTo(2);
    }

    @Test
    void thereIsNoJoinedClaimWithoutATransaction() {
        TestCall call = new TestCall(KEY, this::effect);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> deduplication.run(cache, joined(), call))
                .withMessageContaining("the test's method has no transaction");

        assertThat(call.runs()).isZero();
        assertThat(state()).isEmpty();
    }

    @Test
    void anIndependentClaimNeedsNoTransaction() throws Exception {
        assertThat(deduplication.run(cache, independent(), new TestCall(KEY, this::effect)))
                .isEqualTo("done");

        assertThat(receipt()).isEqualTo(Receipt.of("done"));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aKeyInFlightIsWaitedForAndNeverTakenForADuplicate(Mode mode) {
        claim(LEASE);
        TestCall call = new TestCall(KEY, this::effect);

        assertThatExceptionOfType(KeyInFlightException.class).isThrownBy(() -> inTransaction(rules(mode), call));

        assertThat(time.passed()).isEqualTo(PATIENCE);
        assertThat(call.runs()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whoWaitsGetsTheReceiptOnceItIsThere(Mode mode) {
        Claim other = claim(LEASE);
        time.duringPauses(() -> cache.independent().complete(other, Receipt.of("the other's")));
        TestCall call = new TestCall(KEY, this::effect);

        assertThat(inTransaction(rules(mode), call)).isEqualTo(Receipt.of("the other's"));
        assertThat(call.runs()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whoWaitsForOneThatDiedIsRunWhenTheLeaseIsOver(Mode mode) {
        claim(LEASE);
        time.duringPauses(() -> clock.advance(LEASE));
        TestCall call = new TestCall(KEY, () -> {
            assertThat(handling.claim().attempt()).isEqualTo(2);
            return effect();
        });

        assertThat(inTransaction(rules(mode), call)).isEqualTo("done");
    }

    @Test
    @Scenario("D13")
    void anIndependentClaimIsCommittedBeforeTheWorkAndTheReceiptWithIt() {
        transactions.required(() -> {
            run(independent(), new TestCall(KEY, () -> {
                assertThat(Elsewhere.get(Thread::new, this::state)).containsInstanceOf(InFlight.class);
                return effect();
            }));
            assertThat(Elsewhere.get(Thread::new, this::state)).containsInstanceOf(InFlight.class);
            return null;
        });

        assertThat(receipt()).isEqualTo(Receipt.of("done"));
    }

    @Test
    @Scenario("D13")
    void anIndependentClaimOutlivesARollbackAfterTheCall() {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    run(independent(), new TestCall(KEY, this::effect));
                    markForRollback();
                    return null;
                }));

        assertThat(effects.committed()).isZero();
        assertThat(state()).containsInstanceOf(InFlight.class);
        clock.advance(LEASE);
        assertThat(inTransaction(independent(), new TestCall(KEY, handling::attempt)))
                .isEqualTo(2);
    }

    @Test
    void theLeaseIsRenewedWhileTheWorkGoesOn() {
        Duration lease = Duration.ofMillis(30);
        assertThat(inTransaction(rules(Mode.INDEPENDENT, lease, 0), new TestCall(KEY, () -> {
                    for (int renewals = 0; renewals < 3; renewals++) {
                        clock.advance(lease.minusMillis(1));
                        await().until(() -> leaseUntil().equals(clock.instant().plus(lease)));
                    }
                    return effect();
                })))
                .isEqualTo("done");
        assertThat(effects.committed()).isEqualTo(1);
    }

    @Test
    void whoLosesItsClaimHasItsTransactionRolledBackAndTheNewClaimStands() {
        Duration lease = Duration.ofMillis(30);
        assertThat(catchThrowable(() -> inTransaction(rules(Mode.INDEPENDENT, lease, 0), new TestCall(KEY, () -> {
                    effect();
                    clock.advance(lease);
                    await().pollInSameThread().until(transactions::rollbackOnly);
                    assertThat(effects.visible()).isZero();
                    Elsewhere.get(Thread::new, () -> claim(LEASE));
                    return "done";
                }))))
                .isInstanceOf(StaleClaimException.class);

        assertThat(effects.committed()).isZero();
        assertThat(state()).containsInstanceOf(InFlight.class);
    }

    @Test
    void aReceiptIsNotKeptForAClaimThatWasLostUnnoticed() {
        assertThat(catchThrowable(() -> inTransaction(independent(), new TestCall(KEY, () -> {
                    clock.advance(LEASE);
                    return effect();
                }))))
                .isInstanceOf(StaleClaimException.class);

        assertThat(effects.committed()).isZero();
        assertThat(state()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    @Scenario("D14")
    void whatWasHandledTooOftenIsGivenUpAndTheKeyIsFree(Mode mode) {
        TestCall call = new TestCall(KEY, this::effect).delivered(4);

        assertThat(inTransaction(rules(mode, LEASE, 3), call)).isEqualTo("given up");

        assertThat(call.givenUp()).isEqualTo(4);
        assertThat(call.runs()).isZero();
        assertThat(state()).isEmpty();
        assertThat(inTransaction(rules(mode, LEASE, 3), new TestCall(KEY, this::effect).delivered(3)))
                .isEqualTo("done");
    }

    @Test
    void attemptsThatDiedCountToo() {
        claim(LEASE);
        clock.advance(LEASE);
        TestCall call = new TestCall(KEY, this::effect);

        assertThat(inTransaction(rules(Mode.INDEPENDENT, LEASE, 1), call)).isEqualTo("given up");
        assertThat(call.givenUp()).isEqualTo(2);
    }

    @Test
    void theKeyOfWhatWasGivenUpIsNotFreeBeforeThatIsCommitted() {
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    run(rules(Mode.INDEPENDENT, LEASE, 3), new TestCall(KEY, this::effect).delivered(4));
                    markForRollback();
                    return null;
                }));

        assertThat(state()).containsInstanceOf(InFlight.class);
    }

    @Test
    void aDuplicateThatComesTooOftenIsADuplicateStill() {
        inTransaction(joined(), new TestCall(KEY, this::effect));

        assertThat(inTransaction(rules(Mode.JOINED, LEASE, 3), new TestCall(KEY, this::effect).delivered(9)))
                .isEqualTo(Receipt.of("done"));
    }

    @Test
    void callsInsideOfOthersAreHandledByThemselves() {
        assertThat(inTransaction(joined(), new TestCall(KEY, () -> {
                    Object inner = run(joined(), new TestCall("inner", () -> {
                        handling.receipt(Receipt.of("of the inner"));
                        return handling.claim().key().key();
                    }));
                    assertThat(handling.claim().key().key()).isEqualTo(KEY);
                    return inner;
                })))
                .isEqualTo("inner");

        assertThat(receipt()).isEqualTo(Receipt.of("inner"));
        assertThat(cache.lookup("inner"))
                .map(Completed.class::cast)
                .map(Completed::receipt)
                .contains(Receipt.of("of the inner"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(handling::claim);
    }

    @Test
    void whoHandlesAKeyDoesNotWaitForItself() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> inTransaction(
                        joined(), new TestCall(KEY, () -> run(joined(), new TestCall(KEY, this::effect)))))
                .withMessageContaining("by the caller itself");

        assertThat(time.passed()).isZero();
    }

    /** Which no rollback undoes. */
    @Test
    void claimsInMemoryAreGivenBackToo() {
        cache = cache(new MemoryDedupAdapter());
        assertThat(catchThrowable(() -> inTransaction(joined(), new TestCall(KEY, () -> {
                    throw new IOException("x");
                }))))
                .isInstanceOf(IOException.class);
        assertThat(state()).isEmpty();
        assertThat(catchThrowable(() -> inTransaction(joined(), new TestCall(KEY, () -> {
                    markForRollback();
                    return "done";
                }))))
                .isInstanceOf(RollbackException.class);
        assertThat(state()).isEmpty();
    }

    /** What nobody gives back, its redelivery is taken for a duplicate of, and is lost. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    @Scenario("D14")
    void aReceiptInMemoryIsNotThereWhenTheTransactionIsRolledBackAfterTheCall(Mode mode) {
        cache = cache(new MemoryDedupAdapter(transactions));
        assertThatExceptionOfType(RollbackException.class)
                .isThrownBy(() -> transactions.required(() -> {
                    run(rules(mode), new TestCall(KEY, this::effect));
                    markForRollback();
                    return null;
                }));

        assertThat(effects.committed()).isZero();
        assertThat(state().filter(Completed.class::isInstance)).isEmpty();
    }

    @Test
    void whoCannotTellHowOftenItWasMadeGivesTheKeyBack() {
        IllegalStateException failure = new IllegalStateException("x");
        TestCall call = new TestCall(KEY, this::effect).deliveriesFail(failure);

        assertThat(catchThrowable(() -> deduplication.run(cache, independent(), call)))
                .isSameAs(failure);

        assertThat(state()).isEmpty();
    }

    private DedupCache cache(DedupAdapter adapter) {
        return DedupFixture.over(adapter, clock).of(NAMESPACE);
    }

    private static Rules joined() {
        return rules(Mode.JOINED);
    }

    private static Rules independent() {
        return rules(Mode.INDEPENDENT);
    }

    private static Rules rules(Mode mode) {
        return rules(mode, LEASE, 0);
    }

    private static Rules rules(Mode mode, Duration lease, int maxAttempts) {
        return new Rules(mode, ClaimTerms.defaults().withLease(lease), PATIENCE, maxAttempts);
    }

    private @Nullable Object inTransaction(Rules rules, Call call) {
        return transactions.<@Nullable Object>required(() -> run(rules, call));
    }

    private @Nullable Object run(Rules rules, Call call) {
        return unchecked(() -> deduplication.run(cache, rules, call));
    }

    private Optional<Taken> state() {
        return cache.lookup(KEY);
    }

    private Object leaseUntil() {
        return state().map(InFlight.class::cast).orElseThrow().leaseUntil();
    }

    private Receipt receipt() {
        return state().map(Completed.class::cast).orElseThrow().receipt();
    }

    /** Another's, who is not heard of again. */
    private Claim claim(Duration lease) {
        return ((Claimed) cache.claim(KEY, ClaimTerms.defaults().withLease(lease))).claim();
    }

    private void markForRollback() {
        IllegalStateException failure = new IllegalStateException("x");
        assertThat(catchThrowable(() -> transactions.required(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    private Object effect() {
        effects.add();
        return "done";
    }

    /** With its exception as it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends @Nullable Object, X extends Throwable> T unchecked(Callable<T> work) throws X {
        try {
            return work.call();
        } catch (Exception e) {
            throw (X) e;
        }
    }
}
