package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.restante.database.Database;
import org.restante.database.SchemaMode;
import org.restante.rollback.file.FileWitness;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.jpa.JpaFixture;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;
import org.restante.time.ClusterClock;

/** Nodes with witnesses of their own on one database, which can be backed up and restored. */
final class NodesOfOneDatabase implements AutoCloseable {

    private static final String BACKUP = "create table backup_epoch as select * from restante_epoch;"
            + "create table backup_lineage as select * from restante_lineage";
    private static final String RESTORE = "delete from restante_epoch; delete from restante_lineage;"
            + "insert into restante_epoch select * from backup_epoch;"
            + "insert into restante_lineage select * from backup_lineage";

    private final HikariDataSource pool;
    private final JpaFixture fixture;
    private final Path folder;

    NodesOfOneDatabase(TestDatabase kind, Path folder) {
        this.pool = kind.open();
        this.fixture = new JpaFixture(pool, JpaFixture.SETTINGS);
        this.folder = folder;
        assertThat(Sql.number(pool, "select count(*) from restante_epoch")).isZero();
        assertThat(Sql.number(pool, "select count(*) from restante_lineage")).isEqualTo(1);
    }

    static void assertConsistent(RollbackWatch node) {
        assertThat(node.compare()).isTrue();
        assertThat(node.state()).isEqualTo(new RollbackState.Consistent());
    }

    static void assertRolledBack(RollbackWatch node) {
        assertThat(node.state()).isInstanceOf(RollbackState.RolledBack.class);
    }

    DataSource pool() {
        return pool;
    }

    /** Where the files of the nodes are. */
    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name + ".properties");
    }

    void backUp() {
        Sql.run(pool, BACKUP);
    }

    void restore() {
        Sql.run(pool, RESTORE);
    }

    /** Leaves a database that was restored after the node of that name had seen more of it. */
    void restored(String name) {
        compared(name);
        backUp();
        compared(name);
        restore();
    }

    /** A node starts, finds all well and is killed; what it saw last. */
    Instant compared(String name) {
        assertConsistent(node(name));
        return FileWitness.open(file(name)).sightings().iterator().next().epoch();
    }

    RollbackWatch node(String name) {
        return watch(FileWitness.open(file(name)));
    }

    RollbackWatch watch(EpochWitness... witnesses) {
        Database database = new Database(pool, SchemaMode.MIGRATE, ClusterClock.system());
        database.prepare();
        return new EpochWatch(new ReadyDatabase(database, fixture.transactions()), List.of(witnesses));
    }

    @Override
    public void close() {
        fixture.close();
    }
}
