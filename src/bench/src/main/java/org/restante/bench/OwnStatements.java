package org.restante.bench;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.restante.storage.Statements;
import org.restante.storage.jpa.JpaStorageAdapter;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;
import org.restante.wiring.PlainDatabase;

/** Statements as the wiring builds them. */
final class OwnStatements {

    private OwnStatements() {}

    static Statements of(PlainDatabase database) {
        JpaStorageAdapter storage = database.storageAdapter();
        Retry retry = new Retry(
                new Retry.Limits(10, Duration.ofMinutes(1)),
                Ticker.system(),
                Pause.sleeping(),
                () -> ThreadLocalRandom.current().nextLong());
        return new Statements(storage.database(), storage.transactions(), retry);
    }
}
