package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.restante.rollback.NodesOfOneDatabase.assertConsistent;
import static org.restante.rollback.NodesOfOneDatabase.assertRolledBack;

import com.hazelcast.config.Config;
import com.hazelcast.internal.namespace.impl.NodeEngineThreadLocalContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.restante.cluster.ClusterMember;
import org.restante.cluster.MemberConfig;
import org.restante.rollback.grid.EpochsConfig;
import org.restante.rollback.grid.GridWitness;
import org.restante.rollback.memory.MemoryWitness;
import org.restante.settings.ClusterSettings;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;

/** What nodes without a file, and those that have lost it, know from the others. */
@SuppressWarnings("NullAway.Init") // before all tests
@Scenario("B1")
class GridWitnessTest extends RollbackFixture {

    private static final List<String> MEMBERS = List.of("127.0.0.1:5881", "127.0.0.1:5882");

    private static ClusterMember staying;

    private final List<ClusterMember> others = new ArrayList<>();
    private final UUID lineage = UUID.randomUUID();
    private final UUID witness = UUID.randomUUID();

    @BeforeAll
    static void start() {
        staying = ClusterMember.start(config(5881));
    }

    @AfterAll
    static void stop() {
        staying.close();
    }

    @AfterEach
    void stopOthers() {
        others.forEach(ClusterMember::close);
    }

    @Test
    void aNodeWithoutAMemoryNoticesWhatANodeSawThatIsGone() {
        ClusterMember other = another();
        RollbackWatch gone = nodes.watch(new MemoryWitness(), witnessOf(other));
        assertConsistent(gone);
        nodes.backUp();
        assertConsistent(gone);
        other.hazelcast().getLifecycleService().terminate();
        nodes.restore();

        RollbackWatch node = nodes.watch(new MemoryWitness(), witnessOf(staying));
        node.compare();

        assertRolledBack(node);
        assertThat(node.acknowledge("operator")).isTrue();
        assertConsistent(node);
    }

    @Test
    void theNodesRaiseOneRowAndNobodyIsInDoubtForIt() {
        List<RollbackState> states = Race.of(Thread::new, 6, racer -> {
            RollbackWatch node = nodes.watch(witnessOf(staying));
            for (int i = 0; i < 20; i++) {
                assertThat(node.compare()).isTrue();
                assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
            }
            return node.state();
        });

        assertThat(states).containsOnly(new RollbackState.Consistent());
        int rows = rows();
        assertConsistent(nodes.watch(witnessOf(staying)));
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void whileTheClusterCannotBeAskedTheProcessRemembers() {
        ClusterMember other = another();
        RollbackWatch node = nodes.watch(witnessOf(other));
        assertConsistent(node);
        other.hazelcast().getLifecycleService().terminate();
        for (int i = 0; i < 5; i++) {
            assertConsistent(node);
        }
        assertThat(rows()).isEqualTo(1);
        nodes.backUp();
        assertConsistent(node);
        nodes.restore();

        node.compare();

        assertRolledBack(node);
    }

    @Test
    void aMemberThatCannotStartStopsNothing() {
        RollbackWatch node = nodes.watch(new GridWitness(() -> {
            throw new IllegalStateException("the port is taken");
        }));

        assertConsistent(node);
        assertConsistent(node);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theLaterSightingOfAWitnessStays() {
        witnessOf(staying).saw(seen(witness, 100));
        witnessOf(staying).saw(seen(witness, 300));
        witnessOf(staying).saw(seen(witness, 200));

        assertThat(witnessOf(staying).sightings()).contains(seen(witness, 300)).doesNotContain(seen(witness, 200));
    }

    @Test
    void whatOneWitnessSawIsNotReplacedByWhatAnotherSaw() {
        GridWitness other = witnessOf(staying);
        witnessOf(staying).saw(seen(witness, 100));

        other.saw(seen(UUID.randomUUID(), 300));

        assertThat(other.sightings()).contains(seen(witness, 100));
        assertThat(other.sightings())
                .filteredOn(sighting -> sighting.lineage().equals(lineage))
                .hasSize(1);
    }

    @Test
    void whatIsNoSightingIsPassedOverAndReplaced() {
        staying.hazelcast().getMap("restante-epochs").put(lineage.toString(), "yesterday");
        assertThat(witnessOf(staying).sightings())
                .noneMatch(sighting -> sighting.lineage().equals(lineage));

        witnessOf(staying).saw(seen(witness, 100));

        assertThat(witnessOf(staying).sightings()).contains(seen(witness, 100));
    }

    @Test
    void nothingOfTheGridStaysWithTheThreadThatUsedIt() {
        witnessOf(staying).saw(seen(witness, 100));

        assertThat(NodeEngineThreadLocalContext.getNodeEngineThreadLocalContextOrNull())
                .isNull();
    }

    private Sighting seen(UUID by, long second) {
        return new Sighting(lineage, by, Instant.ofEpochSecond(second));
    }

    private int rows() {
        return Sql.number(nodes.pool(), "select count(*) from restante_epoch");
    }

    private static GridWitness witnessOf(ClusterMember member) {
        return new GridWitness(member::hazelcast);
    }

    private ClusterMember another() {
        ClusterMember other = ClusterMember.start(config(5882));
        others.add(other);
        await().until(() ->
                staying.size() == 2 && staying.hazelcast().getPartitionService().isClusterSafe());
        return other;
    }

    private static Config config(int port) {
        ClusterSettings settings = new ClusterSettings(
                "epochs-" + ProcessHandle.current().pid(),
                "127.0.0.1",
                port,
                ClusterSettings.Join.TCP_IP,
                MEMBERS,
                Optional.empty());
        Config config = MemberConfig.of(settings, GridWitnessTest.class.getClassLoader());
        EpochsConfig.addTo(config);
        return config.setProperty("hazelcast.wait.seconds.before.join", "1");
    }
}
