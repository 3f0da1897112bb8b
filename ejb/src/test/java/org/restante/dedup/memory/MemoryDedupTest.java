package org.restante.dedup.memory;

import org.restante.dedup.DedupAdapter;
import org.restante.dedup.contract.DedupContract;
import org.restante.testing.TestClock;

class MemoryDedupTest implements DedupContract {

    private final MemoryDedupAdapter adapter = new MemoryDedupAdapter();
    private final TestClock clock = TestClock.fromNow();

    @Override
    public DedupAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public int held(String namespace) {
        return adapter.size();
    }
}
