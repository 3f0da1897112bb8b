package org.restante.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.dedup.contract.Decisions.claimed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.lease.LeaseKeeper;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** Leases that are renewed while their claims are handled. */
class LeaseKeeperTest {

    private static final ClaimTerms SHORT = ClaimTerms.defaults().withLease(Duration.ofMillis(30));

    private final TestClock clock = TestClock.fromNow();
    private final FlakyAdapter adapter = new FlakyAdapter();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2);
    private final LeaseKeeper keeper = new LeaseKeeper(executor);
    private final AtomicInteger losses = new AtomicInteger();
    private final DedupCache cache = DedupFixture.over(adapter, clock).of("n");

    LeaseKeeperTest() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    @Scenario("D7")
    void theLeaseIsRenewedUntilItIsClosed() {
        Claim claim = claimed(cache.claim("k", SHORT));
        try (LeaseKeeper.Kept kept = keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet)) {
            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofMillis(10));
                Instant until = clock.instant().plus(claim.lease());
                await().until(() -> leaseUntil().equals(until));
            }
            assertThat(kept.isLost()).isFalse();
        }

        assertThat(executor.getQueue()).isEmpty();
        cache.complete(claim, Receipt.none());
        assertThat(losses).hasValue(0);
    }

    @Test
    @Scenario("D4")
    void aLossIsToldOnce() {
        Claim claim = claimed(cache.claim("k", SHORT));
        try (LeaseKeeper.Kept kept = keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet)) {
            clock.advance(claim.lease());

            await().untilAsserted(() -> assertThat(losses).hasValue(1));
            assertThat(kept.isLost()).isTrue();
            assertThat(executor.getQueue()).isEmpty();
        }
    }

    @Test
    void aStoreThatIsAwayForAWhileIsNoLoss() {
        Claim claim = claimed(cache.claim("k", SHORT));
        adapter.failures.set(3);
        try (LeaseKeeper.Kept kept = keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet)) {
            clock.advance(Duration.ofMillis(10));
            Instant until = clock.instant().plus(claim.lease());

            await().until(() -> leaseUntil().equals(until));
            assertThat(kept.isLost()).isFalse();
        }
    }

    /** A pool or a server that throws what it likes is no end of the handling either. */
    @Test
    void aRenewalThatFailsInAnotherWayIsNoLoss() {
        Claim claim = claimed(cache.claim("k", SHORT));
        adapter.failure = new IllegalStateException("the pool is closed");
        adapter.failures.set(1);
        try (LeaseKeeper.Kept kept = keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet)) {
            clock.advance(Duration.ofMillis(10));
            Instant until = clock.instant().plus(claim.lease());

            await().until(() -> leaseUntil().equals(until));
            assertThat(kept.isLost()).isFalse();
        }
    }

    @Test
    void closedItWaitsForARenewalThatIsUnderWay() throws InterruptedException {
        Claim claim = claimed(cache.claim("k", SHORT));
        adapter.hold = new CountDownLatch(1);
        LeaseKeeper.Kept kept = keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet);
        adapter.renewing.await();

        Thread closing = new Thread(kept::close);
        closing.start();
        await().until(() -> closing.getState() == Thread.State.BLOCKED);
        adapter.hold.countDown();

        closing.join();
        assertThat(executor.getQueue()).isEmpty();
    }

    @Test
    void itHasThreadsOfItsOwnUntilItIsClosed() {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Claim claim = claimed(cache.claim("k", SHORT));
        try (LeaseKeeper own = LeaseKeeper.on(work -> {
                    Thread thread = new Thread(work);
                    threads.add(thread);
                    return thread;
                });
                LeaseKeeper.Kept kept = own.keep(new ClaimLease(cache, claim), losses::incrementAndGet)) {
            clock.advance(Duration.ofMillis(10));
            Instant until = clock.instant().plus(claim.lease());
            await().until(() -> leaseUntil().equals(until));
            assertThat(kept.isLost()).isFalse();
        }

        await().until(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void onAnExecutorThatIsStoppingNothingIsRenewed() {
        Claim claim = claimed(cache.claim("k", SHORT));
        executor.shutdown();

        keeper.keep(new ClaimLease(cache, claim), losses::incrementAndGet).close();

        assertThat(losses).hasValue(0);
    }

    private Instant leaseUntil() {
        return cache.lookup("k")
                .map(standing -> ((Decision.InFlight) standing).leaseUntil())
                .orElse(Instant.EPOCH);
    }

    /** A store in memory whose renewals fail or take long. */
    private static final class FlakyAdapter extends ForwardingAdapter {

        private final AtomicInteger failures = new AtomicInteger();
        private volatile RuntimeException failure = new StorageUnavailableException("away", null);
        private final CountDownLatch renewing = new CountDownLatch(1);
        private volatile CountDownLatch hold = new CountDownLatch(0);

        private FlakyAdapter() {
            super(new MemoryDedupAdapter());
        }

        @Override
        public @Nullable Instant renew(Held claim) {
            renewing.countDown();
            try {
                hold.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failures.getAndDecrement() > 0) {
                throw failure;
            }
            return super.renew(claim);
        }
    }
}
