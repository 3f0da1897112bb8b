package org.restante.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.restante.run.Server;
import org.restante.run.ServerHome;
import org.restante.run.ServerSettings;

/**
 * A server with the packaged EAR, or another, that a test can kill and start again. Its ports, base folder and messages stay its own
 * over a restart; its console goes to {@code ear/target/system/<name>.log}. Restante and the tests know its name as {@link #NAME}.
 */
public final class ServerNode {

    /** The system property with the node's name. */
    static final String NAME = "test.node";

    /** As long as the servers' deployment scanner waits. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(30);

    private final ServerHome home;
    private final String name;
    private final ServerSettings settings;
    private final Path ear;
    private @Nullable Server server;

    /** A server of the first kind. */
    ServerNode(String name, int portOffset, Map<String, String> properties) {
        this(name, portOffset, properties, Settings.EAR);
    }

    /** A server of the first kind with that EAR. */
    ServerNode(String name, int portOffset, Map<String, String> properties, Path ear) {
        this(Servers.first(), settings(name, portOffset, properties), ear);
    }

    /** A server of that home. */
    ServerNode(ServerHome home, ServerSettings settings, Path ear) {
        this.home = home;
        this.name = settings.base().getFileName().toString();
        this.settings = settings;
        this.ear = ear;
    }

    /** What it takes for a server of that name; its base folder has the name. */
    static ServerSettings settings(String name, int portOffset, Map<String, String> properties) {
        Path base = Settings.WORK.resolve(name);
        Map<String, String> all = new HashMap<>(properties);
        all.put(NAME, name);
        all.put("jboss.node.name", name);
        all.put("jboss.tx.node.id", name);
        return new ServerSettings(base, base.resolve("data"), ServerSettings.DEFAULT_PORT + portOffset, all);
    }

    public String name() {
        return name;
    }

    /** The address of something on this node, such as {@code /restante/api/profiles}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + settings.port() + path);
    }

    /** Everything that the node has printed over all its starts. */
    public Path log() {
        return Settings.WORK.resolve(name + ".log");
    }

    public synchronized boolean isRunning() {
        return server != null && server.isRunning();
    }

    /** Looks into its JVM. */
    synchronized ServerProcess process() {
        return new ServerProcess(running().pid());
    }

    /** Starts the node where it does not run, and returns once the EAR is deployed. */
    public synchronized void start() {
        launch();
        awaitDeployed();
    }

    /** {@code kill -9}; returns when the process is gone. */
    public synchronized void kill() {
        if (server != null) {
            uninterrupted(server::kill);
        }
    }

    /** Ends the node in good order; returns when the process is gone. */
    public synchronized void stop() {
        if (server != null) {
            uninterrupted(() -> running().stop(STOP));
        }
    }

    synchronized void launch() {
        if (!isRunning()) {
            uninterrupted(() -> server = home.start(settings, ear, Redirect.appendTo(log().toFile())));
        }
    }

    synchronized void awaitDeployed() {
        uninterrupted(() -> running().awaitDeployed(START));
    }

    private Server running() {
        if (server == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return server;
    }

    private static void uninterrupted(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
