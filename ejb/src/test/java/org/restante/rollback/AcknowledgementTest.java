package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.rollback.NodesOfOneDatabase.assertConsistent;
import static org.restante.rollback.NodesOfOneDatabase.assertRolledBack;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.restante.testing.Race;
import org.restante.testing.Scenario;

/** An operator takes a restored database as it is. */
@Scenario("B1")
class AcknowledgementTest extends RollbackFixture {

    @Test
    void oneAcknowledgementSatisfiesEveryNodeForGood() {
        nodes.compared("late");
        RollbackWatch running = nodes.node("b");
        assertConsistent(running);
        nodes.backUp();
        nodes.compared("a");
        nodes.compared("late");
        assertConsistent(running);
        nodes.restore();
        RollbackWatch node = nodes.node("a");
        node.compare();
        running.compare();

        assertThat(node.acknowledge("operator")).isTrue();

        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
        assertConsistent(running);
        assertConsistent(nodes.node("late")); // was down all the time, and saw more than the backup has
        assertConsistent(nodes.node("a"));
        assertConsistent(nodes.node("b"));
    }

    @Test
    void aSecondRestoreIsNoticedAfterTheFirstWasAcknowledged() {
        nodes.restored("a");
        RollbackWatch node = nodes.node("a");
        node.compare();
        assertThat(node.acknowledge("operator")).isTrue();
        assertConsistent(node);

        nodes.restore();
        node.compare();

        assertRolledBack(node);
    }

    @Test
    void nothingIsAcknowledgedWhereNothingWasTold() {
        RollbackWatch node = nodes.node("a");
        assertThat(node.acknowledge("operator")).isFalse();
        assertConsistent(node);
        assertThat(node.acknowledge("operator")).isFalse();
    }

    @Test
    void ofOperatorsThatAcknowledgeAtOnceOneIsTheFirst() {
        nodes.restored("a");
        RollbackWatch node = nodes.node("a");
        node.compare();

        List<Boolean> done = Race.of(Thread::new, 6, racer -> node.acknowledge("operator " + racer));

        assertThat(done).containsOnlyOnce(true);
        assertConsistent(node);
    }
}
