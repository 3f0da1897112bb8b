package org.restante.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** A WildFly in a process of its own, with one EAR deployed at its start. */
public final class WildFlyServer {

    static final String CONFIGURATION = "restante.xml";

    private static final Duration POLL = Duration.ofMillis(100);

    private final Process process;
    private final Path marker;
    private final Path failure;

    private WildFlyServer(Process process, Path deployed) {
        this.process = process;
        this.marker = deployed.resolveSibling(deployed.getFileName() + ".deployed");
        this.failure = deployed.resolveSibling(deployed.getFileName() + ".failed");
    }

    /** Starts the process and returns; {@link #awaitDeployed} says when it serves. */
    public static WildFlyServer start(WildFlyHome home, ServerSettings settings, Path ear, Redirect output)
            throws IOException {
        Files.createDirectories(settings.data());
        Path base = settings.base();
        mirror(home.configuration(), base.resolve("configuration"));
        delete(base.resolve("deployments"));
        delete(temporary(settings));
        Files.createDirectories(temporary(settings));
        Path deployed = base.resolve("deployments").resolve(ear.getFileName());
        Files.createDirectories(deployed.getParent());
        Files.copy(ear, deployed);
        Process process = Launcher.of(command(home, settings))
                .setRedirectErrorStream(true)
                .redirectOutput(output)
                .addEnvironmentVariable("JBOSS_HOME", home.directory().toString())
                .launch();
        return new WildFlyServer(process, deployed);
    }

    private static StandaloneCommandBuilder command(WildFlyHome home, ServerSettings settings) {
        StandaloneCommandBuilder command = StandaloneCommandBuilder.of(home.directory())
                .setBaseDirectory(settings.base())
                .setServerReadOnlyConfiguration(CONFIGURATION)
                .addJavaOptions("-Xmx768m", "-XX:MaxMetaspaceSize=512m", "-Djava.net.preferIPv4Stack=true")
                // what a killed server leaves is deleted at its next start
                .addJavaOption("-Djava.io.tmpdir=" + temporary(settings))
                .addServerArgument("-Djboss.server.data.dir=" + settings.data())
                .addServerArgument("-Djboss.socket.binding.port-offset=" + settings.portOffset());
        settings.properties().forEach((name, value) -> command.addServerArgument("-D" + name + "=" + value));
        return command;
    }

    private static Path temporary(ServerSettings settings) {
        return settings.base().resolve("tmp");
    }

    /**
     * Waits until the EAR is deployed.
     *
     * @throws IllegalStateException where it could not be deployed, the server ended, or the time is up
     */
    public void awaitDeployed(Duration timeout) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!Files.exists(marker)) {
            if (Files.exists(failure)) {
                throw new IllegalStateException("Deployment failed: " + Files.readString(failure));
            }
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("WildFly ended with status " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not deployed after " + timeout);
            }
        }
    }

    long pid() {
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

    private static void mirror(Path from, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
