package org.restante.retry.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.retry.contract.RetryFixture.sent;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryCacheAdapter;
import org.restante.retry.RetryCacheAdapter.Oldest;
import org.restante.retry.contract.RetryContract;
import org.restante.retry.contract.RetryFixture;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;

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
        adapter.sweep(new Oldest(Map.of(), NOW), NOW);
        assertThat(adapter.profiles()).isEqualTo(1);
        adapter.sweep(new Oldest(Map.of(), NOW + 1), NOW);

        assertThat(adapter.profiles()).isZero();
    }

    @Test
    @Scenario("R5")
    void aProfileWithATimeToLiveOfItsOwnIsSweptByThat() {
        ProfileId own = Fresh.profile();
        RetryFixture.cache(caches(5, MINUTE), own).put("m", sent(NOW));
        fresh(5, MINUTE).put("m", sent(NOW));

        adapter.sweep(new Oldest(Map.of(own, NOW), NOW + 1), NOW);
        assertThat(adapter.profiles()).isEqualTo(1);
        adapter.sweep(new Oldest(Map.of(own, NOW + 1), NOW), NOW);

        assertThat(adapter.profiles()).isZero();
    }
}
