package org.restante.metering;

import org.restante.dedup.DedupAdapter;
import org.restante.dedup.DedupCache;
import org.restante.dedup.contract.ClaimContract;
import org.restante.dedup.contract.DedupFixture;
import org.restante.dedup.contract.EndContract;
import org.restante.dedup.memory.MemoryDedupAdapter;
import org.restante.testing.TestClock;

/** Measured claims are claims. */
class MeteredDedupTest implements ClaimContract, EndContract {

    private final MemoryDedupAdapter adapter = new MemoryDedupAdapter();
    private final TestClock clock = TestClock.fromNow();
    private final Metering metering = Metering.to(new RecordingMeter());

    @Override
    public DedupAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public DedupCache fresh() {
        return metering.of(caches().of(DedupFixture.namespace()));
    }
}
