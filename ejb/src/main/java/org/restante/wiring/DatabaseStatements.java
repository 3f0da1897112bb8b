package org.restante.wiring;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.storage.ReadyDatabase;
import org.restante.storage.Statements;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;
import org.restante.transaction.Transactions;

/** Statements of adapters, the same in a container and without one. */
final class DatabaseStatements {

    private static final Retry.Limits LIMITS = new Retry.Limits(10, Duration.ofMinutes(1));

    private DatabaseStatements() {}

    /** @param pause before a statement that a deadlock undid is run again */
    static Statements of(ReadyDatabase database, Transactions transactions, Pause pause) {
        Retry retry = new Retry(
                LIMITS,
                Ticker.system(),
                pause,
                () -> ThreadLocalRandom.current().nextLong());
        return new Statements(database, transactions, retry);
    }
}
