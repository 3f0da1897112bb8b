package org.restante.retry.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.retry.contract.RetryFixture.sent;

import org.junit.jupiter.api.Test;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.contract.RetryContract;
import org.restante.retry.contract.TestClock;
import org.restante.testing.Scenario;

class MemoryRetryCacheTest implements RetryContract {

    private final MemoryRetryCacheAdapter adapter = new MemoryRetryCacheAdapter();
    private final TestClock clock = new TestClock(NOW);

    @Override
    public RetryCacheAdapter adapter() {
        return adapter;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Test
    @Scenario({"R2", "R5"})
    void nothingIsHeldForProfilesThatWereOnlyReadOrWhoseMessagesHaveExpired() {
        RetryCache cache = fresh(5, MINUTE);
        cache.get("m");
        cache.count();
        cache.remove("m");
        assertThat(adapter.profiles()).isZero();

        cache.put("m", sent(NOW));
        adapter.sweep(NOW, NOW);
        assertThat(adapter.profiles()).isEqualTo(1);
        adapter.sweep(NOW + 1, NOW);

        assertThat(adapter.profiles()).isZero();
    }
}
