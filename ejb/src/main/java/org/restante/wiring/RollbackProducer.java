package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.restante.cluster.ClusterMember;
import org.restante.database.Database;
import org.restante.rollback.EpochWatch;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.RollbackWatch;
import org.restante.rollback.file.FileWitness;
import org.restante.rollback.grid.GridWitness;
import org.restante.rollback.memory.MemoryWitness;
import org.restante.settings.RollbackSettings;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.transaction.Transactions;

/** Who notices that the database went back. */
@ApplicationScoped
class RollbackProducer {

    private static final Logger LOG = System.getLogger(RollbackProducer.class.getName());

    @Inject
    Instance<ClusterMember> member; // started when it is first asked for

    @Produces
    @Singleton
    RollbackWatch watch(Settings settings, Database database, Transactions transactions) {
        return settings.storage().inDatabase()
                ? new EpochWatch(new ReadyDatabase(database, transactions), witnesses(settings, member::get))
                : RollbackWatch.idle();
    }

    /** The node's own, and that of the cluster where the node is a member for other reasons; it asks for nobody yet. */
    static List<EpochWitness> witnesses(Settings settings, Supplier<ClusterMember> member) {
        EpochWitness own = witness(settings.rollback());
        return settings.usesCluster()
                ? List.of(own, new GridWitness(() -> member.get().hazelcast()))
                : List.of(own);
    }

    private static EpochWitness witness(RollbackSettings settings) {
        Optional<Path> file = settings.file();
        if (file.isEmpty()) {
            LOG.log(
                    Level.INFO,
                    "There is no {0}: that a database was restored from an older backup is noticed only while nodes run",
                    RollbackSettings.FILE);
            return new MemoryWitness();
        }
        return FileWitness.open(file.get());
    }
}
