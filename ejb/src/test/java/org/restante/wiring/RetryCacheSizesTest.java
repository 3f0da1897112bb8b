package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.restante.Profile;
import org.restante.entry.ProfileId;
import org.restante.metering.Meter;
import org.restante.metering.Metering;
import org.restante.metrics.Metrics;
import org.restante.retry.RetryEntry;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.testing.Scenario;

@Scenario("W5")
class RetryCacheSizesTest {

    private final PlainRestante restante = PlainRestante.over(
            new MemoryStorageAdapter(InstantSource.system()),
            PlainOptions.defaults().withSettings(Map.of("restante.retry.adapter", "memory")));
    private final Metering metering = Metering.to(Meter.NONE);
    private final Metrics metrics = new Metrics();

    @AfterEach
    void close() {
        metrics.close();
        restante.close();
    }

    @Test
    void theMessagesOfProfilesThatSentAreCounted() {
        RetryCacheSizes sizes = new RetryCacheSizes(metering.senders(), this::count, metrics::messages);
        send("a", "m1");
        send("a", "m2");
        send("b", "m1");

        sizes.get();

        assertThat(metrics.text())
                .contains("\nrestante_retry_cache_messages{profile=\"a\"} 2.0\n")
                .contains("\nrestante_retry_cache_messages{profile=\"b\"} 1.0\n");
        restante.profile("a").retryCache().clear();
        sizes.get();
        assertThat(metrics.text()).contains("\nrestante_retry_cache_messages{profile=\"a\"} 0.0\n");
    }

    @Test
    void aNumberThatIsNotKnownIsNotTold() {
        send("a", "m");
        new RetryCacheSizes(metering.senders(), this::count, metrics::messages).get();

        new RetryCacheSizes(
                        metering.senders(),
                        profile -> {
                            throw new StorageUnavailableException("down", null);
                        },
                        metrics::messages)
                .get();

        assertThat(metrics.text()).doesNotContain("profile=");
    }

    private int count(ProfileId profile) {
        return restante.profile(profile).retryCache().count();
    }

    private void send(String name, String id) {
        Profile profile = restante.profile(name);
        metering.of(profile.id(), profile.retryCache())
                .put(id, new RetryEntry("r", new byte[0], InstantSource.system().millis()));
    }
}
