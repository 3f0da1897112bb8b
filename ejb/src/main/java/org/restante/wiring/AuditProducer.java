package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.restante.audit.AuditTrail;
import org.restante.audit.jpa.DatabaseAuditTrail;
import org.restante.audit.memory.MemoryAuditTrail;
import org.restante.database.Database;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

/** The audit trail: in the database where anything is, else in memory. */
@ApplicationScoped
class AuditProducer {

    @Produces
    @Singleton
    AuditTrail trail(Settings settings, Database database, Transactions transactions) {
        Duration retention = settings.audit().retention();
        return settings.usesDatabase()
                ? new DatabaseAuditTrail(
                        DatabaseStatements.of(new ReadyDatabase(database, transactions), transactions),
                        retention,
                        database.clock())
                : new MemoryAuditTrail(database.clock(), retention, UndoLog.of(transactions));
    }
}
