package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.restante.rollback.NodesOfOneDatabase.assertConsistent;
import static org.restante.rollback.NodesOfOneDatabase.assertRolledBack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.restante.rollback.memory.MemoryWitness;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;

/** A backup is a copy of the rows, restored by putting them back. */
@Scenario("B1")
class RollbackWatchTest extends RollbackFixture {

    @Test
    void nothingIsKnownBeforeTheFirstComparisonAndAllIsWellAfterIt() {
        RollbackWatch node = nodes.node("a");

        assertThat(node.state()).isInstanceOf(RollbackState.NotCompared.class);
        assertThat(node.compare()).isTrue();
        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
    }

    @Test
    void aNodeThatGoesOnAndStartsAgainFindsAllWell() {
        RollbackWatch node = nodes.node("a");
        for (int i = 0; i < 5; i++) {
            assertConsistent(node);
        }

        assertConsistent(nodes.node("a"));
        assertThat(Sql.number(nodes.pool(), "select count(*) from restante_epoch"))
                .isEqualTo(1);
    }

    @Test
    void aRestoredBackupIsNoticedAtTheNextStart() {
        Instant found = nodes.compared("a");
        nodes.backUp();
        Instant expected = nodes.compared("a");
        nodes.restore();

        RollbackWatch node = nodes.node("a");
        node.compare();

        assertThat(node.state()).isEqualTo(new RollbackState.RolledBack(expected, found));
    }

    @Test
    void aBackupFromBeforeTheNodeFirstCameIsNoticedToo() {
        nodes.backUp();
        Instant expected = nodes.compared("a");
        nodes.restore();

        RollbackWatch node = nodes.node("a");
        node.compare();

        assertThat(node.state()).isEqualTo(new RollbackState.RolledBack(expected, null));
    }

    @Test
    void aRestoreUnderARunningNodeIsNoticedWithoutAFile() {
        RollbackWatch node = nodes.watch(new MemoryWitness());
        assertConsistent(node);
        nodes.backUp();
        assertConsistent(node);
        nodes.restore();

        node.compare();

        assertRolledBack(node);
    }

    @Test
    void theDoubtStaysHoweverLongNodesGoOnAndWhoeverStartsAgain() {
        nodes.restored("a");
        RollbackWatch other = nodes.watch(new MemoryWitness());
        for (int i = 0; i < 20; i++) {
            other.compare(); // knows nothing, and must not conceal what the node to come will tell
        }

        RollbackWatch node = nodes.node("a");
        for (int i = 0; i < 20; i++) {
            node.compare();
            assertRolledBack(node);
        }
        RollbackWatch again = nodes.node("a");
        again.compare();
        assertRolledBack(again);
    }

    @Test
    void whatOneNodeNoticesEveryNodeSaysAlsoOneThatCouldNotNotice() {
        nodes.restored("a");
        nodes.node("a").compare();

        RollbackWatch newcomer = nodes.watch(new MemoryWitness());
        newcomer.compare();

        assertRolledBack(newcomer);
    }

    @Test
    void anotherDatabaseIsNoRollbackAndTheFirstIsStillRemembered() {
        nodes.compared("a");
        nodes.backUp();
        nodes.compared("a");
        Sql.run(
                nodes.pool(),
                "delete from restante_epoch; update restante_lineage set lineage = '" + UUID.randomUUID() + "'");
        assertConsistent(nodes.node("a"));

        nodes.restore();
        RollbackWatch node = nodes.node("a");
        node.compare();

        assertRolledBack(node);
    }

    @Test
    void ofTwoThatShareAFileNeitherConcealsWhatTheOtherSaw() {
        RollbackWatch one = nodes.node("shared");
        assertConsistent(one);
        RollbackWatch other = nodes.node("shared");
        assertConsistent(other);
        nodes.backUp();
        assertConsistent(other);
        nodes.restore();

        one.compare();
        other.compare();

        assertRolledBack(one);
        assertRolledBack(other);
    }

    @Test
    void eightNodesAtOnceRaiseTheirRowsWithoutErrors() {
        RollbackWatch shared = nodes.node("shared");
        List<Boolean> done = Race.of(Thread::new, 8, racer -> {
            RollbackWatch node = racer < 4 ? nodes.node("shared") : nodes.node("own-" + racer);
            boolean all = true;
            for (int i = 0; i < 20; i++) {
                all &= node.compare();
                assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
            }
            return all;
        });

        assertThat(done).containsOnly(true);
        assertConsistent(shared);
    }

    @Test
    void rowsOfNodesThatAreLongGoneAreForgotten() {
        long old = Instant.now().minus(EpochWatch.KEPT).minusSeconds(60).toEpochMilli() * 1000;
        Sql.run(nodes.pool(), "insert into restante_epoch values ('" + UUID.randomUUID() + "', " + old + ", 0)");

        assertConsistent(nodes.node("a"));

        assertThat(Sql.number(nodes.pool(), "select count(*) from restante_epoch"))
                .isEqualTo(1);
    }

    @Test
    void aDatabaseThatCannotBeAskedIsTold() {
        RollbackWatch node = nodes.node("a");
        Sql.run(nodes.pool(), "alter table restante_lineage rename to elsewhere");

        assertThat(node.compare()).isFalse();
        assertThat(node.state()).isInstanceOf(RollbackState.NotCompared.class);
        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> node.acknowledge("operator"));

        Sql.run(nodes.pool(), "alter table elsewhere rename to restante_lineage");
        assertConsistent(node);
    }
}
