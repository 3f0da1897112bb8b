package org.restante.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.restante.access.AccessTokens;
import org.restante.access.TokenStore;
import org.restante.access.jpa.DatabaseTokenStore;
import org.restante.access.memory.MemoryTokenStore;
import org.restante.audit.AuditTrail;
import org.restante.audit.jpa.DatabaseAuditTrail;
import org.restante.audit.memory.MemoryAuditTrail;
import org.restante.database.Database;
import org.restante.settings.Settings;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.Statements;
import org.restante.transaction.Pause;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

/** The audit trail and the tokens: in the database where anything is, else in memory. */
@ApplicationScoped
class AccessProducer {

    @Produces
    @Singleton
    AccessTokens tokens(Settings settings, Database database, Transactions transactions, AuditTrail trail) {
        TokenStore store = settings.usesDatabase()
                ? new DatabaseTokenStore(statements(database, transactions))
                : new MemoryTokenStore(UndoLog.of(transactions));
        return new AccessTokens(store, trail, transactions, database.clock());
    }

    @Produces
    @Singleton
    AuditTrail trail(Settings settings, Database database, Transactions transactions) {
        Duration retention = settings.audit().retention();
        return settings.usesDatabase()
                ? new DatabaseAuditTrail(statements(database, transactions), retention, database.clock())
                : new MemoryAuditTrail(database.clock(), retention, UndoLog.of(transactions));
    }

    private static Statements statements(Database database, Transactions transactions) {
        return DatabaseStatements.of(new ReadyDatabase(database, transactions), transactions, Pause.sleeping());
    }
}
