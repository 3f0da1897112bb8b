package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.restante.database.Database;
import org.restante.rollback.EpochWatch;
import org.restante.rollback.EpochWitness;
import org.restante.rollback.RollbackWatch;
import org.restante.rollback.file.FileWitness;
import org.restante.rollback.memory.MemoryWitness;
import org.restante.settings.RollbackSettings;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.transaction.Transactions;

/** Who notices that the database went back. */
@ApplicationScoped
class RollbackProducer {

    private static final Logger LOG = System.getLogger(RollbackProducer.class.getName());

    @Produces
    @Singleton
    RollbackWatch watch(Settings settings, Database database, Transactions transactions) {
        return settings.storage().inDatabase()
                ? new EpochWatch(new ReadyDatabase(database, transactions), List.of(witness(settings.rollback())))
                : RollbackWatch.idle();
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
