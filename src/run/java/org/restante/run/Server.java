package org.restante.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, with one EAR deployed at its start. */
public final class Server {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;
    private final Path deployed;
    private final Path failed;

    /**
     * A process that was started.
     *
     * @param deployed the file that the server writes when the EAR is deployed
     * @param failed the file that it writes when it cannot be, perhaps with the reason
     */
    Server(Process process, Path deployed, Path failed) {
        this.process = process;
        this.deployed = deployed;
        this.failed = failed;
    }

    /**
     * Waits until the EAR is deployed.
     *
     * @throws IllegalStateException where it could not be deployed, the server ended, or the time is up
     */
    public void awaitDeployed(Duration timeout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!Files.exists(deployed)) {
            if (Files.exists(failed)) {
                throw new IllegalStateException("Deployment failed; see the log. " + Files.readString(failed));
            }
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server ended with status " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not deployed after " + timeout);
            }
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until the process ends, by whatever cause, and returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks the server to end as it would for Ctrl-C; after the time it is killed. */
    public void stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** {@code kill -9}: no hook runs, nothing is flushed. Returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
