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
import org.restante.run.ServerSettings;
import org.restante.run.WildFlyHome;
import org.restante.run.WildFlyServer;

/**
 * A server with the packaged EAR, or another, that a test can kill and start again. Its ports, base folder and messages stay its own
 * over a restart; its console goes to {@code ear/target/system/<name>.log}.
 */
public final class WildFlyNode {

    /** As long as the servers' deployment scanner waits. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(30);

    private final String name;
    private final ServerSettings settings;
    private final Path ear;
    private @Nullable WildFlyServer server;

    WildFlyNode(String name, int portOffset, Map<String, String> properties) {
        this(name, portOffset, properties, Settings.EAR);
    }

    /** A server with that EAR. */
    WildFlyNode(String name, int portOffset, Map<String, String> properties, Path ear) {
        Path base = Settings.WORK.resolve(name);
        Map<String, String> all = new HashMap<>(properties);
        all.put("jboss.node.name", name);
        all.put("jboss.tx.node.id", name);
        this.name = name;
        this.ear = ear;
        this.settings = new ServerSettings(base, base.resolve("data"), ServerSettings.DEFAULT_PORT + portOffset, all);
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
            uninterrupted(() -> server = WildFlyServer.start(
                    new WildFlyHome(Settings.WILDFLY), settings, ear, Redirect.appendTo(log().toFile())));
        }
    }

    synchronized void awaitDeployed() {
        uninterrupted(() -> running().awaitDeployed(START));
    }

    private WildFlyServer running() {
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
