package org.restante.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The run command: a server in the foreground, on a file-based H2 database, until Ctrl-C.
 *
 * <p>System properties: {@code server} ({@code wildfly}, or {@code payara}), {@code port} (8080), {@code data} (the data folder, {@code restante-data} below the folder of
 * the call); those that begin with {@code restante.} reach the server.
 */
public final class Run {

    /** The file in the data folder that names the server's process. */
    private static final String PID = "server.pid";

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    /** Ended by itself, by Ctrl-C, by kill. */
    private static final Set<Integer> CALLED_FOR = Set.of(0, 130, 143);

    private Run() {}

    /** Arguments: the server's home, the EAR, the folder of the configuration scripts. */
    public static void main(String[] args) throws IOException, InterruptedException {
        ServerHome home = ServerHome.of(System.getProperty("server", WildFlyHome.KIND), Path.of(args[0]));
        Path scripts = Path.of(args[2]);
        ServerSettings settings = settings(System.getProperties());
        refuseTakenPort(settings.port());
        Files.createDirectories(settings.data());
        FileChannel lock = lock(settings.data());
        try {
            refuseOrphan(settings.data());
            home.configure(List.of(home.script(scripts, "quiet"), home.script(scripts, "run")));
            Server server = home.start(settings, Path.of(args[1]), Redirect.INHERIT);
            Files.writeString(settings.data().resolve(PID), String.valueOf(server.pid()));
            serve(server, settings);
        } finally {
            lock.close();
        }
    }

    private static ServerSettings settings(Properties given) {
        Path data = Path.of(given.getProperty("data", "restante-data"))
                .toAbsolutePath()
                .normalize();
        int port = Integer.parseInt(given.getProperty("port", String.valueOf(ServerSettings.DEFAULT_PORT)));
        Map<String, String> properties = new HashMap<>(Map.of("jboss.tx.node.id", "restante-run"));
        given.stringPropertyNames().stream()
                .filter(name -> name.startsWith("restante."))
                .forEach(name -> properties.put(name, given.getProperty(name)));
        return new ServerSettings(data.resolve("server"), data, port, properties);
    }

    private static void serve(Server server, ServerSettings settings) throws IOException, InterruptedException {
        // Maven's JVM gets the signal too; it stays until the server is down, so that the next run finds the port free
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop the server"));
        try {
            server.awaitDeployed(START);
            System.out.printf(
                    "%nRestante is at http://127.0.0.1:%d/restante/api , its data in %s . Ctrl-C stops it.%n%n",
                    settings.port(), settings.data());
        } catch (IllegalStateException e) {
            if (server.isRunning() || !CALLED_FOR.contains(server.awaitEnd())) {
                stop(server);
                throw e;
            }
        }
        int status = server.awaitEnd();
        if (!CALLED_FOR.contains(status)) {
            throw new IllegalStateException("The server ended with status " + status);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseTakenPort(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException e) {
            throw new IllegalStateException("Port %d is taken; choose another with -Dport=…".formatted(port), e);
        }
    }

    /** A run that was itself killed leaves its server running, on files that the next one would make anew. */
    private static void refuseOrphan(Path data) throws IOException {
        Path file = data.resolve(PID);
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(file).strip());
        boolean lives = ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(command -> command.contains(data.toString()))
                .isPresent();
        if (lives) {
            throw new IllegalStateException(
                    "The server of an earlier run still uses the data folder %s: end the process %d first"
                            .formatted(data, pid));
        }
    }

    private static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException(
                    "The data folder %s is in use by another run; choose another with -Ddata=…".formatted(data));
        }
        return channel;
    }
}
