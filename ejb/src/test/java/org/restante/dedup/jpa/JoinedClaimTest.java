package org.restante.dedup.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.dedup.contract.Decisions.claimed;
import static org.restante.dedup.contract.Decisions.completed;
import static org.restante.dedup.contract.Decisions.inFlight;
import static org.restante.dedup.contract.DedupFixture.LEASE;
import static org.restante.dedup.contract.DedupFixture.RETENTION;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimDesk;
import org.restante.dedup.Decision;
import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.DedupCollisionException;
import org.restante.dedup.HeldClaim;
import org.restante.dedup.Receipt;
import org.restante.dedup.StaleClaimException;
import org.restante.dedup.contract.DedupFixture;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Effects;
import org.restante.testing.Elsewhere;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.testing.TestDatabase;

/** Claims in the caller's transaction, and beside it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
class JoinedClaimTest {

    private final TestClock clock = TestClock.fromNow();

    @Parameter
    private TestDatabase kind;

    private JpaFixture database;
    private Effects effects;
    private DedupAdapter adapter;
    private DedupCache cache;

    @BeforeEach
    void open() {
        database = new JpaFixture(kind);
        effects = new Effects(database.dataSource(), database.transactions());
        adapter = new DatabaseDedupAdapter(database.statements());
        cache = DedupFixture.over(adapter, clock).of("n");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Scenario("D12")
    void aRollbackUndoesTheClaimAndTheReceipt() {
        undone(() -> {
            cache.complete(claimed(cache.claim("k")), Receipt.of("r"));
            effects.add();
        });

        assertThat(effects.committed()).isZero();
        assertThat(claimed(cache.claim("k")).attempt()).isEqualTo(1);
    }

    @Test
    void whatAnOperatorReleasedIsNotWhenItsRecordFails() {
        cache.claim("k");
        ClaimDesk desk = DedupFixture.over(adapter, clock).desk(Set.of(RETENTION));
        HeldClaim seen = desk.oldest(1).get(0);

        undone(() -> assertThat(desk.release(seen)).isTrue());

        assertThat(desk.oldest(1)).containsExactly(seen);
        assertThat(desk.release(seen)).isTrue();
    }

    @Test
    @Scenario("D12")
    void aCommitMakesClaimEffectAndReceiptVisibleAtOnce() {
        transaction(() -> {
            Claim claim = claimed(cache.claim("k"));
            effects.add();
            assertThat(elsewhere(() -> cache.lookup("k"))).isEmpty();
            cache.complete(claim, Receipt.of("r"));
            assertThat(elsewhere(() -> cache.lookup("k"))).isEmpty();
            return claim;
        });

        completed(cache.claim("k"), Receipt.of("r"));
        assertThat(effects.committed()).isEqualTo(1);
    }

    @Test
    @Scenario("D12")
    void aDuplicateInTheSameMomentIsToldSoAndItsTransactionGoesOn() {
        transaction(() -> {
            claimed(cache.claim("k"));
            elsewhere(() -> transaction(() -> {
                effects.add();
                inFlight(cache.claim("k"));
                effects.add();
                return cache;
            }));
            inFlight(elsewhere(() -> cache.independent().claim("k")));
            return cache;
        });

        assertThat(effects.committed()).isEqualTo(2);
        inFlight(cache.claim("k"));
    }

    @Test
    @Scenario("D12")
    void theDuplicateOfATakeOverThatHasNotCommittedIsToldSoToo() {
        cache.claim("run out");
        cache.complete(claimed(cache.claim("forgotten")), Receipt.none());
        clock.advance(LEASE.plus(RETENTION).minusSeconds(1));
        cache.claim("run out");
        clock.advance(LEASE);

        transaction(() -> {
            for (String key : List.of("run out", "forgotten")) {
                claimed(cache.claim(key));
                elsewhere(() -> transaction(() -> {
                    inFlight(cache.claim(key));
                    effects.add();
                    return cache;
                }));
            }
            return cache;
        });

        assertThat(effects.committed()).isEqualTo(2);
    }

    @Test
    @Scenario("D12")
    void whoClaimsWhatRanOutWhileItsReceiptIsNotCommittedIsToldSo() {
        Claim claim = claimed(cache.independent().claim("k"));

        transaction(() -> {
            cache.complete(claim, Receipt.of("r"));
            clock.advance(LEASE);
            inFlight(elsewhere(() -> cache.claim("k")));
            return cache;
        });

        completed(cache.claim("k"), Receipt.of("r"));
    }

    /** Each has what the other wants, which must not end in a deadlock. */
    @Test
    @Scenario("D12")
    void twoWhoWantEachOthersKeysAreBothToldSo() {
        for (int round = 0; round < 10; round++) {
            String first = "a" + round;
            String second = "b" + round;
            CyclicBarrier both = new CyclicBarrier(2);

            Race.of(
                    Thread::new,
                    2,
                    racer -> transaction(() -> {
                        claimed(cache.claim(racer == 0 ? first : second));
                        Race.meet(both);
                        Decision other = cache.claim(racer == 0 ? second : first);
                        effects.add();
                        Race.meet(both);
                        return inFlight(other);
                    }));
        }

        assertThat(effects.committed()).isEqualTo(20);
    }

    /** The same with what has run out, which is there already. */
    @Test
    @Scenario("D12")
    void twoWhoTakeOverEachOthersKeysAreBothToldSo() {
        for (int round = 0; round < 10; round++) {
            List<String> keys = List.of("a" + round, "b" + round);
            keys.forEach(cache::claim);
            clock.advance(LEASE);
            CyclicBarrier both = new CyclicBarrier(2);

            Race.of(
                    Thread::new,
                    2,
                    racer -> transaction(() -> {
                        claimed(cache.claim(keys.get(racer)));
                        effects.add();
                        Race.meet(both);
                        Decision other = cache.claim(keys.get(1 - racer));
                        effects.add();
                        Race.meet(both);
                        return inFlight(other);
                    }));
        }

        assertThat(effects.committed()).isEqualTo(40);
    }

    @Test
    @Scenario("D12")
    void whoClaimsWhatIsForgottenWhileItsReceiptIsNotCommittedIsToldSo() {
        Claim claim = claimed(cache.independent().claim("k"));

        transaction(() -> {
            cache.complete(claim, Receipt.of("r"));
            clock.advance(LEASE.plus(RETENTION));
            inFlight(elsewhere(() -> cache.claim("k")));
            return cache;
        });
    }

    @Test
    @Scenario({"D2", "D12"})
    void ofManyTransactionsThatClaimOneKeyOneHasItsEffect() {
        for (int round = 0; round < 5; round++) {
            String key = "k" + round;
            Race.of(
                    Thread::new,
                    12,
                    racer -> transaction(() -> {
                        Decision decision = cache.claim(key);
                        if (decision instanceof Decision.Claimed mine) {
                            effects.add();
                            cache.complete(mine.claim(), Receipt.none());
                        }
                        return decision;
                    }));
            assertThat(effects.committed()).isEqualTo(round + 1);
        }
    }

    @Test
    @Scenario("D13")
    void anIndependentClaimStaysWhateverBecomesOfTheTransaction() {
        undone(() -> {
            claimed(cache.independent().claim("k"));
            inFlight(elsewhere(() -> cache.claim("k")));
        });

        inFlight(cache.claim("k"));
    }

    @Test
    @Scenario({"D12", "D13"})
    void anIndependentClaimIsCompletedWithTheWorkOrNotAtAll() {
        Claim claim = claimed(cache.independent().claim("k"));

        undone(() -> {
            cache.complete(claim, Receipt.of("undone"));
            effects.add();
        });
        inFlight(cache.claim("k"));
        transaction(() -> {
            effects.add();
            cache.complete(claim, Receipt.of("r"));
            return claim;
        });

        completed(cache.claim("k"), Receipt.of("r"));
        assertThat(effects.committed()).isEqualTo(1);
    }

    @Test
    @Scenario("D4")
    void aStaleTokenUndoesTheWorkOfItsTransaction() {
        Claim stale = claimed(cache.independent().claim("k"));
        clock.advance(LEASE);
        claimed(cache.independent().claim("k"));

        assertThatExceptionOfType(StaleClaimException.class)
                .isThrownBy(() -> transaction(() -> {
                    effects.add();
                    cache.complete(stale, Receipt.none());
                    return stale;
                }));

        assertThat(effects.committed()).isZero();
    }

    @Test
    @Scenario("D12")
    void aRefusalLeavesTheCallersTransactionUsable() {
        DedupCache other =
                DedupFixture.over(adapter, clock, key -> new byte[32]).of("colliding");
        other.claim("a");

        transaction(() -> {
            assertThatExceptionOfType(DedupCollisionException.class).isThrownBy(() -> other.claim("b"));
            effects.add();
            return other;
        });

        assertThat(effects.committed()).isEqualTo(1);
    }

    private <T> T transaction(Supplier<T> work) {
        return database.transactions().requiresNew(work);
    }

    private void undone(Runnable work) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction(() -> {
                    work.run();
                    throw new IllegalStateException("undone");
                }))
                .withMessage("undone");
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return Elsewhere.get(Thread::new, work);
    }
}
