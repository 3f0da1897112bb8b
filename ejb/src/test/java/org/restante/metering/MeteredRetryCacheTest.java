package org.restante.metering;

import java.time.Duration;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetrySource;
import org.restante.retry.contract.RetryContract;
import org.restante.retry.contract.RetryFixture;
import org.restante.retry.memory.MemoryRetryCacheAdapter;
import org.restante.storage.contract.Fresh;
import org.restante.testing.TestClock;

/** Measured sent messages are sent messages. */
class MeteredRetryCacheTest implements RetryContract {

    private final RetryCacheAdapter adapter = new MemoryRetryCacheAdapter();
    private final TestClock clock = new TestClock(NOW);
    private final Metering metering = Metering.to(new RecordingMeter());

    @Override
    public RetryCacheAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public RetryCache fresh(int bound, Duration timeToLive, RetrySource... sources) {
        ProfileId profile = Fresh.profile();
        return metering.of(profile, RetryFixture.cache(caches(bound, timeToLive, sources), profile));
    }
}
