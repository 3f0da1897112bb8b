package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.entry.ProfileId;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCaches;
import org.restante.retry.RetryKey;
import org.restante.retry.RetryLimits;
import org.restante.retry.StoredMessage;
import org.restante.retry.contract.RetryFixture;
import org.restante.retry.memory.MemoryRetryCacheAdapter;
import org.restante.settings.RetrySettings;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

/** What has expired goes, now and then. */
class SweeperTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ProfileId PROFILE = new ProfileId("p");
    private static final RetrySettings SETTINGS =
            new RetrySettings(RetrySettings.MEMORY, new RetrySettings.Limits(5, MINUTE), Map.of(), 1 << 20, 5);

    @Test
    @Scenario("R5")
    void dropsWhatIsOlderThanTheTimeToLive() {
        MemoryRetryCacheAdapter adapter = new MemoryRetryCacheAdapter();
        put(adapter, "expired", RetryFixture.NOW - MINUTE.toMillis() - 1);
        put(adapter, "kept", RetryFixture.NOW - MINUTE.toMillis());

        assertThat(Sweeper.of(caches(adapter, new TestClock(RetryFixture.NOW)), SETTINGS)
                        .get())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));

        assertThat(adapter.count(PROFILE, 0)).isEqualTo(1);
        assertThat(adapter.get(new RetryKey(PROFILE, "kept"))).isNotNull();
    }

    @Test
    void goesOnWhateverAPassThrowsUntilItIsClosed() {
        AtomicInteger passes = new AtomicInteger();
        Sweeper sweeper = Sweeper.of(caches(new MemoryRetryCacheAdapter(), () -> failure(passes)), SETTINGS);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        Recurring recurring = new Recurring(executor, () -> sweeper.get().dividedBy(10_000));
        try {
            recurring.after(Duration.ZERO);
            await().until(() -> passes.get() > 2);

            recurring.close();
            await().until(() -> executor.getQueue().isEmpty() && executor.getActiveCount() == 0);

            int last = passes.get();
            recurring.after(Duration.ZERO);
            assertThat(executor.getQueue()).isEmpty();
            assertThat(passes).hasValue(last);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    @Scenario("W5")
    void whatIsOverMayHaveStayedSinceTheLastPassThatCameToItsEndBegan() {
        long[] nanos = {0};
        boolean[] down = {false};
        Sweeper sweeper = new Sweeper(
                "x",
                () -> {
                    nanos[0] += MINUTE.toNanos();
                    if (down[0]) {
                        throw new StorageUnavailableException("down", null);
                    }
                },
                () -> nanos[0]);

        sweeper.get();
        assertThat(sweeper.lag()).isEqualTo(MINUTE);
        sweeper.get();
        assertThat(sweeper.lag()).isEqualTo(MINUTE);
        down[0] = true;
        sweeper.get();

        assertThat(sweeper.lag()).isEqualTo(MINUTE.multipliedBy(2));
    }

    private static Instant failure(AtomicInteger passes) {
        if (passes.incrementAndGet() == 1) {
            throw new StorageUnavailableException("down", null);
        }
        throw new IllegalStateException("broken");
    }

    private static void put(RetryCacheAdapter adapter, String id, long timestamp) {
        adapter.put(new RetryKey(PROFILE, id), new StoredMessage(timestamp, new byte[0]), new Retention(9, 0));
    }

    private static RetryCaches caches(RetryCacheAdapter adapter, InstantSource clock) {
        RetryLimits limits = new RetryLimits(9, MINUTE);
        return new RetryCaches(
                adapter,
                new EntryCodec(PayloadCipher.none()),
                unreadable -> {},
                new RetryCaches.Conduct(profile -> limits, new RetryCaches.Caps(9, 5), List.of(), clock));
    }
}
