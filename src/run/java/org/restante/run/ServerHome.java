package org.restante.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** An unpacked distribution, from which any number of servers run, each in a base folder of its own. */
public sealed interface ServerHome permits WildFlyHome, PayaraHome {

    /**
     * The home of a server of that kind.
     *
     * @param kind {@code wildfly} or {@code payara}
     */
    static ServerHome of(String kind, Path directory) {
        return switch (kind) {
            case WildFlyHome.KIND -> new WildFlyHome(directory);
            case PayaraHome.KIND -> new PayaraHome(directory);
            default ->
                throw new IllegalArgumentException(
                        "server must be %s or %s, but is %s".formatted(WildFlyHome.KIND, PayaraHome.KIND, kind));
        };
    }

    /** {@code wildfly} or {@code payara}. */
    String kind();

    /** Where it is unpacked. */
    Path directory();

    /** What the names of its scripts end with. */
    String commands();

    /** The script of that name for this kind of server, below a folder with a folder for each. */
    default Path script(Path scripts, String name) {
        return scripts.resolve(kind()).resolve(name + "." + commands());
    }

    /**
     * Makes its configuration out of that of the distribution and these scripts of management commands, for all servers
     * that start from then on.
     */
    void configure(List<Path> scripts) throws IOException, InterruptedException;

    /** Adds a JDBC driver, for all servers that start from then on. */
    void addDriver(Path jar) throws IOException;

    /** Starts the process and returns; {@link Server#awaitDeployed} says when it serves. */
    Server start(ServerSettings settings, Path ear, Redirect output) throws IOException, InterruptedException;
}
