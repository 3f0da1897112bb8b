package org.restante.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.grid.GridWitness;
import org.restante.settings.Settings;
import org.restante.settings.SettingsReader;
import org.restante.testing.Scenario;

@Scenario("B1")
class RollbackProducerTest {

    private final AtomicInteger started = new AtomicInteger();

    @Test
    void theClusterIsAWitnessWhereSentMessagesAreInTheGridAndIsNotAskedBeforeItIsNeeded() {
        List<EpochWitness> witnesses = witnesses("jcache");

        assertThat(witnesses).hasSize(2).last().isInstanceOf(GridWitness.class);
        assertThat(started).hasValue(0);
        witnesses.forEach(witness -> assertThat(witness.sightings()).isEmpty());
        assertThat(started).hasValue(1);
    }

    @Test
    void noMemberIsStartedForItsSake() {
        for (String adapter : List.of("jpa", "memory", "none", "one-of-my-own")) {
            List<EpochWitness> witnesses = witnesses(adapter);

            assertThat(witnesses).hasSize(1).noneMatch(GridWitness.class::isInstance);
            witnesses.forEach(witness -> assertThat(witness.sightings()).isEmpty());
        }
        assertThat(started).hasValue(0);
    }

    private List<EpochWitness> witnesses(String adapter) {
        Map<String, String> texts = Map.of("restante.retry.adapter", adapter);
        Settings settings = Settings.read(new SettingsReader(name -> Optional.ofNullable(texts.get(name))));
        return RollbackProducer.witnesses(settings, this::member);
    }

    private ClusterMember member() {
        started.incrementAndGet();
        throw new IllegalStateException("not here");
    }
}
