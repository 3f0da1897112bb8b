package org.restante.run;

import java.nio.file.Path;
import java.util.Map;

/**
 * What makes one server differ from another of the same home.
 *
 * @param base its own configuration, deployments, log and temporary files: made anew at each start, but for the log
 * @param data what survives: messages, transactions, and a file-based database
 * @param port of HTTP; every other port moves by the same offset from WildFly's own
 * @param properties system properties of the server
 */
public record ServerSettings(Path base, Path data, int port, Map<String, String> properties) {

    /** WildFly's own HTTP port. */
    public static final int DEFAULT_PORT = 8080;

    public ServerSettings {
        properties = Map.copyOf(properties);
    }

    int portOffset() {
        return port - DEFAULT_PORT;
    }
}
