package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.database.Database;
import org.restante.database.SchemaMode;
import org.restante.rollback.file.FileWitness;
import org.restante.rollback.memory.MemoryWitness;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.StorageUnavailableException;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Race;
import org.restante.testing.Scenario;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.time.ClusterClock;
import org.restante.transaction.Transactions;

/** Nodes with witnesses of their own on one database; a backup is a copy of its rows, restored by putting them back. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@Scenario("B1")
class RollbackWatchTest {

    private static final String BACKUP = "create table backup_epoch as select * from restante_epoch;"
            + "create table backup_lineage as select * from restante_lineage";
    private static final String RESTORE = "delete from restante_epoch; delete from restante_lineage;"
            + "insert into restante_epoch select * from backup_epoch;"
            + "insert into restante_lineage select * from backup_lineage";

    private final HikariDataSource pool;
    private final JpaFixture fixture;

    @TempDir
    Path folder;

    RollbackWatchTest(TestDatabase kind) {
        pool = kind.open();
        fixture = new JpaFixture(pool, JpaFixture.SETTINGS);
    }

    @BeforeEach
    void nobodyWasThereYet() {
        assertThat(Sql.number(pool, "select count(*) from restante_epoch")).isZero();
        assertThat(Sql.number(pool, "select count(*) from restante_lineage")).isEqualTo(1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingIsKnownBeforeTheFirstComparisonAndAllIsWellAfterIt() {
        RollbackWatch node = node("a");

        assertThat(node.state()).isInstanceOf(RollbackState.NotCompared.class);
        assertThat(node.compare()).isTrue();
        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
    }

    @Test
    void aNodeThatGoesOnAndStartsAgainFindsAllWell() {
        RollbackWatch node = node("a");
        for (int i = 0; i < 5; i++) {
            assertConsistent(node);
        }

        assertConsistent(node("a"));
        assertThat(Sql.number(pool, "select count(*) from restante_epoch")).isEqualTo(1);
    }

    @Test
    void aRestoredBackupIsNoticedAtTheNextStart() {
        Instant found = compared("a");
        Sql.run(pool, BACKUP);
        Instant expected = compared("a");
        Sql.run(pool, RESTORE);

        RollbackWatch node = node("a");
        node.compare();

        assertThat(node.state()).isEqualTo(new RollbackState.RolledBack(expected, found));
    }

    @Test
    void aBackupFromBeforeTheNodeFirstCameIsNoticedToo() {
        Sql.run(pool, BACKUP);
        Instant expected = compared("a");
        Sql.run(pool, RESTORE);

        RollbackWatch node = node("a");
        node.compare();

        assertThat(node.state()).isEqualTo(new RollbackState.RolledBack(expected, null));
    }

    @Test
    void aRestoreUnderARunningNodeIsNoticedWithoutAFile() {
        RollbackWatch node = watch(new MemoryWitness());
        assertConsistent(node);
        Sql.run(pool, BACKUP);
        assertConsistent(node);
        Sql.run(pool, RESTORE);

        node.compare();

        assertRolledBack(node);
    }

    @Test
    void theDoubtStaysHoweverLongNodesGoOnAndWhoeverStartsAgain() {
        restored("a");
        RollbackWatch other = watch(new MemoryWitness());
        for (int i = 0; i < 20; i++) {
            other.compare(); // knows nothing, and must not conceal what the node to come will tell
        }

        RollbackWatch node = node("a");
        for (int i = 0; i < 20; i++) {
            node.compare();
            assertRolledBack(node);
        }
        RollbackWatch again = node("a");
        again.compare();
        assertRolledBack(again);
    }

    @Test
    void whatOneNodeNoticesEveryNodeSaysAlsoOneThatCouldNotNotice() {
        restored("a");
        node("a").compare();

        RollbackWatch newcomer = watch(new MemoryWitness());
        newcomer.compare();

        assertRolledBack(newcomer);
    }

    @Test
    void oneAcknowledgementSatisfiesEveryNodeForGood() {
        compared("late");
        RollbackWatch running = node("b");
        assertConsistent(running);
        Sql.run(pool, BACKUP);
        compared("a");
        compared("late");
        assertConsistent(running);
        Sql.run(pool, RESTORE);
        RollbackWatch node = node("a");
        node.compare();
        running.compare();

        assertThat(node.acknowledge("operator")).isTrue();

        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
        assertConsistent(running);
        assertConsistent(node("late")); // was down all the time, and saw more than the backup has
        assertConsistent(node("a"));
        assertConsistent(node("b"));
    }

    @Test
    void aSecondRestoreIsNoticedAfterTheFirstWasAcknowledged() {
        restored("a");
        RollbackWatch node = node("a");
        node.compare();
        assertThat(node.acknowledge("operator")).isTrue();
        assertConsistent(node);

        Sql.run(pool, RESTORE);
        node.compare();

        assertRolledBack(node);
    }

    @Test
    void nothingIsAcknowledgedWhereNothingWasTold() {
        RollbackWatch node = node("a");
        assertThat(node.acknowledge("operator")).isFalse();
        assertConsistent(node);
        assertThat(node.acknowledge("operator")).isFalse();
    }

    @Test
    void ofOperatorsThatAcknowledgeAtOnceOneIsTheFirst() {
        restored("a");
        RollbackWatch node = node("a");
        node.compare();

        List<Boolean> done = Race.of(Thread::new, 6, racer -> node.acknowledge("operator " + racer));

        assertThat(done).containsOnlyOnce(true);
        assertConsistent(node);
    }

    @Test
    void anotherDatabaseIsNoRollbackAndTheFirstIsStillRemembered() {
        compared("a");
        Sql.run(pool, BACKUP);
        compared("a");
        Sql.run(pool, "delete from restante_epoch; update restante_lineage set lineage = '" + UUID.randomUUID() + "'");
        assertConsistent(node("a"));

        Sql.run(pool, RESTORE);
        RollbackWatch node = node("a");
        node.compare();

        assertRolledBack(node);
    }

    @Test
    void aDamagedFileIsBegunAnewAndNeverStopsAStart() throws IOException {
        for (String damage : List.of("", "\0\1\2", "x=y", "\\u12", UUID.randomUUID() + "=" + UUID.randomUUID())) {
            Files.writeString(file("a"), damage);

            assertConsistent(node("a"));
            assertThat(FileWitness.open(file("a")).sightings()).hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheProcessToRemember() throws IOException {
        Files.writeString(folder.resolve("no-folder"), "");
        RollbackWatch node = watch(FileWitness.open(folder.resolve("no-folder/epoch")));
        assertConsistent(node);
        Sql.run(pool, BACKUP);
        assertConsistent(node);
        Sql.run(pool, RESTORE);

        node.compare();

        assertRolledBack(node);
    }

    @Test
    void theFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        compared("a");
        compared("a");

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file("a"));
        }
    }

    @Test
    void twoApplicationsOfOneServerShareAFileAndKeepWhatTheOtherSaw() {
        FileWitness one = FileWitness.open(file("a"));
        FileWitness other = FileWitness.open(file("a"));
        Sighting first = new Sighting(UUID.randomUUID(), UUID.randomUUID(), Instant.ofEpochSecond(100));
        Sighting second = new Sighting(UUID.randomUUID(), UUID.randomUUID(), Instant.ofEpochSecond(100));

        one.saw(first);
        other.saw(second);

        assertThat(FileWitness.open(file("a")).sightings()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void eightNodesAtOnceRaiseTheirRowsWithoutErrors() {
        RollbackWatch shared = node("shared");
        List<Boolean> done = Race.of(Thread::new, 8, racer -> {
            RollbackWatch node = racer < 4 ? node("shared") : node("own-" + racer);
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
        Sql.run(pool, "insert into restante_epoch values ('" + UUID.randomUUID() + "', " + old + ", 0)");

        assertConsistent(node("a"));

        assertThat(Sql.number(pool, "select count(*) from restante_epoch")).isEqualTo(1);
    }

    @Test
    void aDatabaseThatCannotBeAskedIsTold() {
        RollbackWatch node = node("a");
        Sql.run(pool, "alter table restante_lineage rename to elsewhere");

        assertThat(node.compare()).isFalse();
        assertThat(node.state()).isInstanceOf(RollbackState.NotCompared.class);
        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> node.acknowledge("operator"));

        Sql.run(pool, "alter table elsewhere rename to restante_lineage");
        assertConsistent(node);
    }

    /** Leaves a database that was restored after the node of that name had seen more of it. */
    private void restored(String name) {
        compared(name);
        Sql.run(pool, BACKUP);
        compared(name);
        Sql.run(pool, RESTORE);
    }

    /** A node starts, finds all well and is killed; what it saw last. */
    private Instant compared(String name) {
        assertConsistent(node(name));
        return FileWitness.open(file(name)).sightings().iterator().next().epoch();
    }

    private static void assertConsistent(RollbackWatch node) {
        assertThat(node.compare()).isTrue();
        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
    }

    private static void assertRolledBack(RollbackWatch node) {
        assertThat(node.state()).isInstanceOf(RollbackState.RolledBack.class);
    }

    private RollbackWatch node(String name) {
        return watch(FileWitness.open(file(name)));
    }

    private RollbackWatch watch(EpochWitness witness) {
        Database database = new Database(pool, SchemaMode.MIGRATE, ClusterClock.system());
        database.prepare();
        Transactions transactions = fixture.transactions();
        return new EpochWatch(new ReadyDatabase(database, transactions), List.of(witness));
    }

    private Path file(String name) {
        return folder.resolve(name + ".properties");
    }
}
