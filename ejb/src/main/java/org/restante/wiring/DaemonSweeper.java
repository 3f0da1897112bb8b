package org.restante.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A sweeper on a thread of its own, which ends with the process. */
final class DaemonSweeper implements AutoCloseable {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "restante-sweep");
        thread.setDaemon(true);
        return thread;
    });

    DaemonSweeper(Sweeper sweeper) {
        new Recurring(executor, sweeper).after(Sweeper.pause());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
