package org.restante.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What makes one server differ from another of the same home.
 *
 * @param base its own configuration, deployments, log and temporary files: made anew at each start, but for the log
 * @param data what survives: a file-based database and, where the server lets choose the place, messages and transactions
 * @param port of HTTP; every other port moves by the same offset from the server's own
 * @param properties system properties of the server
 */
public record ServerSettings(Path base, Path data, int port, Map<String, String> properties) {

    /** HTTP's port of either server. */
    public static final int DEFAULT_PORT = 8080;

    static final List<String> JAVA_OPTIONS =
            List.of("-Xmx768m", "-XX:MaxMetaspaceSize=512m", "-Djava.net.preferIPv4Stack=true");

    public ServerSettings {
        properties = Map.copyOf(properties);
    }

    int portOffset() {
        return port - DEFAULT_PORT;
    }

    Path temporary() {
        return base.resolve("tmp");
    }

    List<String> definitions() {
        return properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
    }
}
